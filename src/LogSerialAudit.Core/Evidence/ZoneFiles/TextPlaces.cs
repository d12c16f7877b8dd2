namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>Lines and columns of a text, both from 1.</summary>
internal sealed class TextPlaces
{
    private readonly List<int> _starts = [0];

    /// <summary>Looks for the line ends of a text.</summary>
    public TextPlaces(string text)
    {
        for (var end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            _starts.Add(end + 1);
        }
    }

    /// <summary>Where a position is.</summary>
    public (int Line, int Column) Of(int position)
    {
        var index = _starts.BinarySearch(position);
        var line = index < 0 ? ~index - 1 : index;
        return (line + 1, position - _starts[line] + 1);
    }
}
