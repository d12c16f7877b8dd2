namespace LogSerialAudit.Messages.Language;

/// <summary>An entry whose details are still being read.</summary>
internal sealed class EntryDraft(
    ServerShapes? server,
    EventKind kind,
    string pattern,
    IReadOnlyList<PatternPart> parts,
    string file,
    int line)
{
    /// <summary>Takes the details of an entry that is wrong itself, and goes nowhere.</summary>
    public static EntryDraft Broken => new(null, default, string.Empty, [], string.Empty, 0);

    /// <summary>The text behind <c>since</c>.</summary>
    public string Since { get; set; } = string.Empty;

    /// <summary>The samples so far.</summary>
    public List<CatalogueSample> Samples { get; } = [];

    /// <summary>The samples, where they are read elsewhere.</summary>
    public IReadOnlyList<CatalogueSample>? KnownSamples { get; init; }

    /// <summary>Adds the entry to its server.</summary>
    public void AddTo() => server?.Shapes.Add(new Shape(
        new CatalogueEntry(server.Server, kind, pattern, Since, KnownSamples ?? Samples, file, line), parts));
}
