using System.Text;
using LogSerialAudit.History;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Evidence.Soa;

/// <summary>A line of a transcript, without the marks of a mail that quotes it.</summary>
/// <param name="Text">The line.</param>
/// <param name="Depth">How deep it is quoted.</param>
/// <param name="Column">Where the text begins in the line as it is, from 0.</param>
/// <param name="Source">Where it stands.</param>
internal readonly record struct QuotedLine(string Text, int Depth, int Column, SourceLine Source)
{
    /// <summary>Takes the marks off.</summary>
    public static QuotedLine Of(EvidenceLine line)
    {
        ReadOnlySpan<byte> bytes = Encoding.UTF8.GetBytes(line.Text);
        var depth = QuoteMarks.Strip(ref bytes);
        var text = Encoding.UTF8.GetString(bytes);
        var rest = text.TrimStart(' ', '\t');
        return new QuotedLine(rest.TrimEnd(), depth, line.Text.Length - rest.Length, line.Source);
    }
}
