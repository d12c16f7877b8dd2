using LogSerialAudit.Messages.Language;
using LogSerialAudit.Serials;
using Sprache;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>Reads the first SOA record of a zone file (RFC 1035 section 5, RFC 2308 section 4 for <c>$TTL</c>).</summary>
internal static class ZoneFile
{
    /// <summary>Reads it.</summary>
    /// <param name="text">The zone file, a character a byte.</param>
    /// <param name="zone">The zone, which is the origin until <c>$ORIGIN</c> names another one; without the final dot.</param>
    /// <param name="position">Where the serial stands.</param>
    /// <param name="fault">Why there is no record; null where there is one.</param>
    public static SoaRecord? ReadSoa(string text, string zone, out int position, out Fault? fault)
    {
        var entries = new ZoneEntries(text);
        var (origin, owner, include) = (zone, (string?)null, (ZoneWord?)null);
        (position, fault) = (0, null);
        while (entries.Next() is { } entry)
        {
            var first = entry.Words[0];
            if (entry.HasOwner && first.Text.StartsWith('$'))
            {
                fault = Directive(entry, ref origin, ref include);
            }
            else
            {
                owner = entry.HasOwner ? Absolute(first.Text, origin) : owner ?? origin;
                var words = Type(entry);
                if (words < entry.Words.Count && entry.Words[words].Text.Equals("SOA", StringComparison.OrdinalIgnoreCase))
                {
                    if (!owner.Equals(zone, StringComparison.OrdinalIgnoreCase))
                    {
                        fault = new Fault(first.Position, $"this is the SOA record of {Shown(owner)}, not of {zone}");
                        return null;
                    }

                    position = words + 4 <= entry.Words.Count ? entry.Words[words + 3].Position : first.Position;
                    return new SoaData(entry, words + 1, origin).Read(out fault);
                }
            }

            if (fault is not null)
            {
                return null;
            }
        }

        fault = entries.Fault ?? (include is { } other
            ? new Fault(other.Position, "$INCLUDE is not followed, and no SOA record stands in this text itself")
            : new Fault(text.Length, "no SOA record"));
        return null;
    }

    /// <summary>A name with its origin, as written, without the final dot.</summary>
    internal static string Absolute(string name, string origin) => name switch
    {
        "@" => origin,
        "." => ".",
        _ when name.EndsWith('.') && !EndsWithEscape(name) => name[..^1],
        _ => origin == "." ? name : $"{name}.{origin}",
    };

    /// <summary>Whether the last character is escaped: an odd number of backslashes stands before it.</summary>
    private static bool EndsWithEscape(string name) => (name.Length - 1 - name[..^1].TrimEnd('\\').Length) % 2 == 1;

    /// <summary>A word of a file that may be of any length.</summary>
    private static string Shown(string word) => word.Length > 80 ? $"{word[..80]}..." : word;

    /// <summary>How many words stand before the type: the owner, then TTL and class, each once, in either order.</summary>
    private static int Type(ZoneEntry entry)
    {
        var index = entry.HasOwner ? 1 : 0;
        var (hasTtl, hasClass) = (false, false);
        for (; index < entry.Words.Count; index++)
        {
            var word = new LineInput(entry.Words[index].Text, 0);
            if (!hasClass && ZoneFileGrammar.Class(word).WasSuccessful)
            {
                hasClass = true;
            }
            else if (!hasTtl && ZoneFileGrammar.Ttl(word).WasSuccessful)
            {
                hasTtl = true;
            }
            else
            {
                break;
            }
        }

        return index;
    }

    private static Fault? Directive(ZoneEntry entry, ref string origin, ref ZoneWord? include)
    {
        var word = entry.Words[0];
        switch (word.Text.ToUpperInvariant())
        {
            case "$ORIGIN" when entry.Words.Count == 2:
                origin = Absolute(entry.Words[1].Text, origin);
                return null;
            case "$ORIGIN":
                return new Fault(entry.End, "expected one name after $ORIGIN");
            case "$TTL":
                return entry.Words.Count == 2 && ZoneFileGrammar.Ttl(new LineInput(entry.Words[1].Text, 0)).WasSuccessful
                    ? null
                    : new Fault(entry.Words.Count > 1 ? entry.Words[1].Position : entry.End, "expected a time after $TTL: seconds, or a time such as 1w2d3h");
            case "$INCLUDE":
                include ??= word;
                return null;
            case "$GENERATE":
                return null;
            default:
                return new Fault(word.Position, $"{Shown(word.Text)} is no directive; expected $ORIGIN, $TTL, $INCLUDE or $GENERATE");
        }
    }

    /// <summary>The seven words after the type.</summary>
    private sealed class SoaData(ZoneEntry entry, int start, string origin)
    {
        private static readonly string[] Names = ["the primary's name", "the mailbox", "the serial", "REFRESH", "RETRY", "EXPIRE", "MINIMUM"];

        private Fault? _fault;

        public SoaRecord? Read(out Fault? fault)
        {
            var count = entry.Words.Count - start;
            if (count != Names.Length)
            {
                fault = count < Names.Length
                    ? new Fault(entry.End, $"the SOA record ends before {Names[count]}")
                    : new Fault(entry.Words[start + Names.Length].Position, $"expected the end of the SOA record after {Names[^1]}");
                return null;
            }

            var record = new SoaRecord(
                Name(0), Name(1), new SerialNumber(Value(2, ZoneFileGrammar.Number)), Value(3, ZoneFileGrammar.Ttl), Value(4, ZoneFileGrammar.Ttl), Value(5, ZoneFileGrammar.Ttl), Value(6, ZoneFileGrammar.Ttl));
            fault = _fault;
            return fault is null ? record : null;
        }

        private string Name(int index)
        {
            var word = entry.Words[start + index];
            if (word.Text.StartsWith('"'))
            {
                _fault ??= new Fault(word.Position, $"{Names[index]} is in quotes");
            }

            return Absolute(word.Text, origin);
        }

        private uint Value(int index, Parser<uint> parser)
        {
            var word = entry.Words[start + index];
            var result = parser.End()(new LineInput(word.Text, 0));
            if (!result.WasSuccessful)
            {
                _fault ??= new Fault(
                    word.Position,
                    index == 2 ? "the serial is no number up to 4294967295" : $"{Names[index]} is no time: seconds, or such as 1w2d3h, up to 4294967295 seconds");
            }

            return result.WasSuccessful ? result.Value : 0;
        }
    }
}
