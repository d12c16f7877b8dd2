namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// What stands before the message in a line of BIND's zone code (lib/dns/zone.c dns_zone_logv): <c>zone TOKEN</c>, or one
/// of the words for zones that have no name of their own; before it the name of a function in debug lines.
/// </summary>
internal sealed class SubjectStep(byte[] end) : Step
{
    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        slot.Start = at;
        var begin = message[at..].StartsWith("zone "u8) ? at : BehindFunction(message, at);
        var rest = message[begin..];
        if (rest.StartsWith("zone "u8))
        {
            begin += 5;
            var length = Length(message[begin..]);
            slot.End = begin + length;
            return length > 0 && ZoneToken.TrySplit(message.Slice(begin, length), begin, out zone);
        }

        var word = rest.StartsWith("managed-keys-zone"u8) ? 17 : rest.StartsWith("redirect-zone"u8) ? 13 : 0;
        var tail = word == 0 ? -1 : Length(rest[word..]);
        slot.End = begin + word + tail;
        return tail >= 0 && TryNameless(rest[..(word + tail)], begin, word, out zone);
    }

    private int Length(ReadOnlySpan<byte> rest) => end.Length == 0 ? rest.Length : rest.IndexOf(end);

    // "refresh_callback: "; the place itself where there is no such thing.
    private static int BehindFunction(ReadOnlySpan<byte> message, int at)
    {
        var place = at;
        while (place < message.Length && (char.IsAsciiLetterOrDigit((char)message[place]) || message[place] == '_'))
        {
            place++;
        }

        return place > at && message[place..].StartsWith(": "u8) ? place + 2 : at;
    }

    // "managed-keys-zone", "managed-keys-zone/internal", "managed-keys-zone ./IN" (9.8 and before).
    private static bool TryNameless(ReadOnlySpan<byte> token, int at, int word, out ZoneToken zone)
    {
        zone = default;
        zone.Side = ZoneToken.CutSide(ref token);
        zone.Word = new Slice(at, word);
        if (token[word..].StartsWith(" ./IN"u8))
        {
            zone.Class = new Slice(at + word + 3, 2);
            word += 5;
        }

        if (token.Length > word + 1 && token[word] == '/')
        {
            zone.View = new Slice(at + word + 1, token.Length - word - 1);
            return true;
        }

        return token.Length == word;
    }
}
