using System.Text;

namespace LogSerialAudit.Reports;

/// <summary>A text that comes again and again; it remembers how it was written last.</summary>
/// <param name="text">The text.</param>
internal sealed class CellWord(string text)
{
    private Written? _last;

    /// <summary>The text in UTF-8.</summary>
    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);

    /// <summary>The bytes of its cell in what a writer writes; null where that writer did not write it last.</summary>
    public byte[]? CellOf(CellWriter writer) => _last is { } last && last.Writer == writer ? last.Cell : null;

    /// <summary>Remembers the bytes of its cell.</summary>
    public void Remember(CellWriter writer, byte[] cell) => _last = new Written(writer, cell);

    private sealed record Written(CellWriter Writer, byte[] Cell);
}
