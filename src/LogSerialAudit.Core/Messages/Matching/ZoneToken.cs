namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// A zone as BIND names it in its log (lib/dns/zone.c zone_namerd_tostr): <c>NAME/CLASS[/VIEW][ (signed)|(unsigned)]</c>.
/// Read from the right, because names hold slashes too (RFC 2317); views may hold anything.
/// </summary>
internal struct ZoneToken
{
    /// <summary>The name.</summary>
    public Slice Name;

    /// <summary>The class.</summary>
    public Slice Class;

    /// <summary>The view; empty for BIND's own.</summary>
    public Slice View;

    /// <summary>A word that stands in place of a name.</summary>
    public Slice Word;

    /// <summary>The version of an inline-signed zone.</summary>
    public ZoneSide Side;

    /// <summary>Splits a token that begins at <paramref name="at"/> in its message.</summary>
    public static bool TrySplit(ReadOnlySpan<byte> token, int at, out ZoneToken zone)
    {
        zone = default;
        if (token.EndsWith("/IN"u8) && !token.Contains((byte)' ') && token.Length > 3)
        {
            // Nearly every token.
            zone.Name = new Slice(at, token.Length - 3);
            zone.Class = new Slice(at + token.Length - 2, 2);
            return true;
        }

        zone.Side = CutSide(ref token);

        // A blank can stand in a view only, so the slash of the class stands before it.
        var blank = token.IndexOf((byte)' ');
        var left = blank < 0 ? token : token[..blank];
        while (true)
        {
            var slash = left.LastIndexOf((byte)'/');
            if (slash <= 0)
            {
                return false;
            }

            var behind = token[(slash + 1)..];
            var length = ClassLength(behind);
            if (length == behind.Length && length > 0)
            {
                zone.Class = new Slice(at + slash + 1, length);
                zone.Name = new Slice(at, slash);
                return true;
            }

            if (length > 0 && behind[length] == '/' && behind.Length > length + 1)
            {
                zone.Class = new Slice(at + slash + 1, length);
                zone.Name = new Slice(at, slash);
                zone.View = new Slice(at + slash + length + 2, behind.Length - length - 1);
                return true;
            }

            left = left[..slash];
        }
    }

    /// <summary>Cuts <c> (signed)</c> or <c> (unsigned)</c> off the end.</summary>
    public static ZoneSide CutSide(ref ReadOnlySpan<byte> token)
    {
        if (token.IsEmpty || token[^1] != ')')
        {
            return ZoneSide.None;
        }

        if (token.EndsWith(" (signed)"u8))
        {
            token = token[..^9];
            return ZoneSide.Signed;
        }

        if (token.EndsWith(" (unsigned)"u8))
        {
            token = token[..^11];
            return ZoneSide.Raw;
        }

        return ZoneSide.None;
    }

    /// <summary>The length of the class that begins <paramref name="text"/>; 0 where none does.</summary>
    public static int ClassLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2)
        {
            return 0;
        }

        switch (text[0], text[1])
        {
            case ((byte)'I', (byte)'N') or ((byte)'C', (byte)'H') or ((byte)'H', (byte)'S'):
                return 2;
            case ((byte)'A', (byte)'N'):
                return text.Length > 2 && text[2] == 'Y' ? 3 : 0;
            case ((byte)'C', (byte)'L') when text.StartsWith("CLASS"u8):
                var end = 5;
                while (end < text.Length && end < 10 && (uint)(text[end] - '0') <= 9)
                {
                    end++;
                }

                return end > 5 ? end : 0;
            default:
                return 0;
        }
    }
}
