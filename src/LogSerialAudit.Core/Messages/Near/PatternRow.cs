using System.Text;
using LogSerialAudit.Messages.Language;
using LogSerialAudit.Messages.Matching;

namespace LogSerialAudit.Messages.Near;

/// <summary>
/// One way to read an entry, walked by itself and slowly: where the matchers only say that a message is not of this shape,
/// this says how far it is.
/// </summary>
internal sealed class PatternRow
{
    private readonly List<Piece> _pieces = [];

    /// <summary>A row of an entry.</summary>
    public PatternRow(CatalogueEntry entry, IReadOnlyList<PatternPart> parts)
    {
        Entry = entry;
        var text = "";
        for (var index = 0; index < parts.Count; index++)
        {
            if (parts[index] is PatternPart.Literal literal)
            {
                text += literal.Text;
            }
            else if (parts[index] is PatternPart.Capture capture && capture.Type != CaptureType.Here)
            {
                Add(text);
                text = "";
                var type = CaptureType.Find(capture.Type);
                var (following, isLast) = PatternVariants.TextAfter(parts, index);
                var end = type.End(following);
                _pieces.Add(new Piece([], type.Make(Encoding.UTF8.GetBytes(end), isLast && type.WholeEnd), capture, end));
            }
        }

        Add(text);
        Words = _pieces.SelectMany(piece => PatternWords.In(piece.Text)).ToHashSet(StringComparer.Ordinal);
        TextLength = _pieces.Sum(piece => piece.Text.Length);
    }

    /// <summary>The entry.</summary>
    public CatalogueEntry Entry { get; }

    /// <summary>The words of its texts.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>How many bytes of text it has, captures not counted.</summary>
    public int TextLength { get; }

    /// <summary>Goes through a message as far as it is of this shape.</summary>
    public PatternPath Walk(ReadOnlySpan<byte> message)
    {
        var at = 0;
        var matched = 0;
        var captures = new List<CapturedValue>();
        foreach (var piece in _pieces)
        {
            var rest = message[at..];
            if (piece.Step is null)
            {
                var common = rest.CommonPrefixLength(piece.Text);
                matched += common;
                if (common < piece.Text.Length)
                {
                    // A message that is cut short parts at its end, whatever it is cut within.
                    var word = PatternWords.Start(piece.Text, common);
                    return new PatternPath(common == rest.Length ? message.Length : at + word, Expectation.Text(piece.Text.AsSpan(word)), matched, captures);
                }

                at += common;
                continue;
            }

            var slot = default(Slot);
            var zone = default(ZoneToken);
            if (!piece.Step.TryRead(message, at, ref slot, ref zone))
            {
                var (place, expected) = Expectation.Of(piece.Capture!.Type, piece.End, rest);
                return new PatternPath(at + place, expected, matched, captures);
            }

            captures.Add(new CapturedValue(piece.Capture!.Name, piece.Capture.Type, slot.Slice));
            at = slot.End;
        }

        return at == message.Length
            ? new PatternPath(at, "", matched, captures)
            : new PatternPath(at, "the end of the message", matched, captures);
    }

    private void Add(string text)
    {
        if (text.Length > 0)
        {
            _pieces.Add(new Piece(Encoding.UTF8.GetBytes(text), null, null, ""));
        }
    }

    private sealed record Piece(byte[] Text, Step? Step, PatternPart.Capture? Capture, string End);
}
