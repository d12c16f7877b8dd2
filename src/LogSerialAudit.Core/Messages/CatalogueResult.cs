namespace LogSerialAudit.Messages;

/// <summary>A catalogue, or every reason why its files make none.</summary>
public sealed class CatalogueResult
{
    private readonly Catalogue? _catalogue;

    internal CatalogueResult(Catalogue? catalogue, IReadOnlyList<CatalogueError> errors)
    {
        _catalogue = catalogue;
        Errors = errors;
    }

    /// <summary>Whether there is a catalogue.</summary>
    public bool Succeeded => _catalogue is not null;

    /// <summary>The errors, in the order of files and lines; empty on success.</summary>
    public IReadOnlyList<CatalogueError> Errors { get; }

    /// <summary>The catalogue. Throws <see cref="InvalidOperationException"/>, which lists the errors, where there is none.</summary>
    public Catalogue Catalogue => _catalogue ?? throw new InvalidOperationException(string.Join('\n', Errors));
}
