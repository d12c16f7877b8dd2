namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// What stands before the message in a line of BIND's zone code (lib/dns/zone.c dns_zone_logv): <c>zone TOKEN</c>, or one
/// of the words for zones that have no name of their own; before it the name of a function in debug lines.
/// </summary>
internal sealed class SubjectStep(byte[] end) : Step
{
    private readonly bool _plain = end.AsSpan().SequenceEqual(": "u8);

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        slot.Start = at;
        if (message[at..].StartsWith("zone "u8))
        {
            var blank = message[(at + 5)..].IndexOf((byte)' ') + at + 5;
            if (_plain && blank - at > 9 && message[(blank - 4)..blank].SequenceEqual("/IN:"u8))
            {
                // Nearly every line: a zone of class IN without view, so nothing to look for.
                zone = default;
                zone.Name = new Slice(at + 5, blank - at - 9);
                zone.Class = new Slice(blank - 3, 2);
                slot.End = blank - 1;
                return true;
            }

            return TryZone(message, at + 5, ref slot, ref zone);
        }

        var begin = BehindFunction(message, at);
        var rest = message[begin..];
        if (rest.IsEmpty || (begin == at && rest[0] is not ((byte)'m' or (byte)'r')))
        {
            return false;
        }

        if (rest.StartsWith("zone "u8))
        {
            return TryZone(message, begin + 5, ref slot, ref zone);
        }

        var word = rest.StartsWith("managed-keys-zone"u8) ? 17 : rest.StartsWith("redirect-zone"u8) ? 13 : 0;
        var tail = word == 0 ? -1 : Length(rest[word..]);
        slot.End = begin + word + tail;
        return tail >= 0 && TryNameless(rest[..(word + tail)], begin, word, out zone);
    }

    private bool TryZone(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var length = Length(message[at..]);
        slot.End = at + length;
        return length > 0 && ZoneToken.TrySplit(message.Slice(at, length), at, out zone);
    }

    private int Length(ReadOnlySpan<byte> rest) => end.Length == 0 ? rest.Length : rest.IndexOf(end);

    // "refresh_callback: "; the place itself where there is no such thing.
    private static int BehindFunction(ReadOnlySpan<byte> message, int at)
    {
        var rest = message[at..];
        var colon = rest.IndexOf((byte)' ') - 1;
        if (colon <= 0 || rest[colon] != ':')
        {
            return at;
        }

        foreach (var letter in rest[..colon])
        {
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter != '_')
            {
                return at;
            }
        }

        return at + colon + 2;
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
