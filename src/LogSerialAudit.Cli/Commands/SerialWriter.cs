using System.Text;
using LogSerialAudit.Reports;

namespace LogSerialAudit.Cli.Commands;

/// <summary>Writes answers as lines or as rows of a table.</summary>
internal sealed class SerialWriter : IDisposable
{
    private readonly StreamWriter? _text;
    private readonly SerialNotes? _notes;
    private readonly bool _compares;
    private readonly CellWriter? _cells;
    private readonly TableWriter<SerialAnswer>? _table;
    private SerialAnswer? _previous;

    /// <summary>Lines.</summary>
    public SerialWriter(Stream stream, SerialNotes notes, bool compares)
    {
        _text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        (_notes, _compares) = (notes, compares);
    }

    /// <summary>Rows.</summary>
    public SerialWriter(CellWriter cells, IReadOnlyList<Column<SerialAnswer>> columns)
    {
        _cells = cells;
        _table = new TableWriter<SerialAnswer>(cells, "serials", columns);
    }

    public void Write(SerialAnswer answer)
    {
        _table?.Write(in answer);
        _text?.Write($"{_notes!.Line(answer)}\n");
        if (_compares && _previous is { } previous)
        {
            _text?.Write($"{SerialNotes.Comparison(previous, answer)}\n");
        }

        _previous = answer;
    }

    public void Complete()
    {
        _text?.Flush();
        _table?.End();
        _cells?.Complete();
    }

    // The text is not disposed: that would write what is held back, which may be what failed.
    public void Dispose() => _cells?.Dispose();
}
