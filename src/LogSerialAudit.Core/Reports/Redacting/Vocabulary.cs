using LogSerialAudit.Messages;

namespace LogSerialAudit.Reports.Redacting;

/// <summary>Words that servers and this program use: whoever writes them tells no name.</summary>
internal static class Vocabulary
{
    /// <summary>Of the results that servers print behind their own words (bind9 lib/isc/result.c, strerror), and of this program.</summary>
    private const string More =
        "success timed out host network unreachable connection refused reset by peer file not found permission denied unexpected end of input error "
        + "out memory no more free space left on device address in use available already exists broken pipe operation canceled bad format syntax unknown "
        + "invalid missing expired failure failed failing quota reached soft limit too many open files would block interrupted system call is a directory "
        + "the an and or to for from at as with was were has had have been be before after since until then only first last all any each it its this that "
        + "logserialaudit report extract format text csv tsv json ndjson table auto always never utc gmt local ms min s h d bytes byte sha input version tzdb "
        + "case evidence episodes timeline events serials coverage delays propagation primaries findings causes marks vm soa zone-history iso spreadsheet "
        + "sec secs seconds messages records mapping reason shutdown destroyed crashed migrated saved snapshot shutting down starting up tainted v "
        + "managed keys zone zones master primary secondary slave named "
        + "noerror formerr servfail nxdomain notimp refused yxdomain yxrrset nxrrset notauth notzone badvers badsig badkey badtime tsig tls edns axfr ixfr "
        + "tcp udp ipv4 ipv6 dnssec rrsig dnskey ns mx txt aaaa in ch hs any";

    private static readonly HashSet<string> Known = new(
        Catalogue.BuiltIn.Entries.SelectMany(entry => Words(entry.Pattern)).Concat(More.Split(' ')), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word, or each part of a word with hyphens or underscores, is one of them.</summary>
    public static bool Has(string word) =>
        Known.Contains(word) || (word.AsSpan().ContainsAny("-_/'") && word.Split('-', '_', '/', '\'').All(part => part.Length == 0 || part.All(char.IsAsciiDigit) || Known.Contains(part)));

    private static IEnumerable<string> Words(string pattern)
    {
        for (var at = 0; at < pattern.Length;)
        {
            var end = at;
            while (end < pattern.Length && (char.IsAsciiLetter(pattern[end]) || (end > at && pattern[end] == '-')))
            {
                end++;
            }

            if (end > at)
            {
                yield return pattern[at..end].TrimEnd('-');
            }

            at = Math.Max(end, at + 1);
        }
    }
}
