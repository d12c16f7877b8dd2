using LogSerialAudit.Evidence.ZoneFiles;

namespace LogSerialAudit.Evidence;

/// <summary>What is wrong in many places: said once for all that have the same fault, so that no file can flood its reader.</summary>
/// <param name="errors">Takes it in the end.</param>
internal sealed class RepeatedErrors(ICollection<EvidenceError> errors)
{
    private readonly List<EvidenceError> _first = [];
    private readonly Dictionary<string, int> _count = [];

    /// <summary>Something is wrong with a text.</summary>
    /// <param name="file">The file, with the revision where it has some.</param>
    /// <param name="text">The text that was read.</param>
    /// <param name="fault">What is wrong.</param>
    public void Add(string file, string text, Fault fault)
    {
        var (line, column) = new TextPlaces(text).Of(fault.Position);
        Add(new EvidenceError(file, line, column, fault.Message));
    }

    /// <summary>Something is wrong.</summary>
    public void Add(EvidenceError error)
    {
        var count = _count.GetValueOrDefault(error.Message);
        _count[error.Message] = count + 1;
        if (count == 0)
        {
            _first.Add(error);
        }
    }

    /// <summary>Says it.</summary>
    public void Say()
    {
        foreach (var error in _first)
        {
            var others = _count[error.Message] - 1;
            errors.Add(others == 0 ? error : error with { Message = $"{error.Message}; the same in {others} other{(others > 1 ? "s" : "")}" });
        }
    }
}
