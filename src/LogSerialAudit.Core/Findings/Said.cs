using System.Globalization;
using LogSerialAudit.Dating;
using LogSerialAudit.Evidence.Marks;
using LogSerialAudit.Evidence.Soa;
using LogSerialAudit.Serials;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Findings;

/// <summary>Words that statements share.</summary>
internal static class Said
{
    /// <summary>As many of a list's items as a statement bears.</summary>
    private const int Most = 6;

    /// <summary>An instant in UTC, with the fraction it has.</summary>
    public static string At(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>A line's time in UTC, and what is not sure of it.</summary>
    public static string At(in Dated at) => At(at.At) + Doubt(at);

    /// <summary>What is not sure of a line's time, to stand behind what is told of it; empty where it is sure.</summary>
    public static string Doubt(in Dated at) => at.Mark == DatingMark.None ? "" : $" ({at.Words()})";

    /// <summary>The same text with what is not sure of its times told in full once, and with a question mark where it comes again.</summary>
    public static string DoubtedOnce(string text) => text.Contains(')', StringComparison.Ordinal) ? DatingWords.Doubts.Aggregate(text, DoubtedOnce) : text;

    /// <summary>An instant in UTC, to the second.</summary>
    public static string Second(Instant at) => InstantPattern.General.Format(at);

    /// <summary>A day in UTC.</summary>
    public static string Day(Instant at) => at.InUtc().Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of a line in UTC, with a question mark where it is not sure; its column has no room for words.</summary>
    public static string Day(in Dated at) =>
        Day(at.At) + (at.Mark == DatingMark.None || (at is { Mark: DatingMark.Ambiguous } && Day(at.At) == Day(at.Other)) ? "" : "?");

    /// <summary>A serial, and the instant it names where it is one.</summary>
    public static string Serial(SerialNumber? serial, Instant? minted = null) =>
        serial is not { } value ? "a serial that is not named" : minted is { } at ? $"{value} ({At(at)})" : value.ToString();

    /// <summary>What stands between an offered serial and the one that is held: neither is older at a distance of 2^31 (RFC 1982 section 3.2).</summary>
    public static char Sign(SerialNumber? offered, SerialNumber? held) => offered is { } one && held is { } other && one.CompareTo(other) == SerialOrder.Undefined ? '?' : '<';

    /// <summary>A list with commas, cut where it grows too long.</summary>
    /// <param name="items">The items.</param>
    /// <param name="word">What stands before the last of two or more; none: a comma.</param>
    public static string List(IReadOnlyCollection<string> items, string word = "") => List(items, item => item, word);

    /// <summary>The same of things of which only those are told that it has room for.</summary>
    public static string List<T>(IReadOnlyCollection<T> items, Func<T, string> tell, string word = "") =>
        items.Count > Most ? string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", items.Take(Most).Select(tell))} and {items.Count - Most} more")
        : word.Length == 0 || items.Count < 2 ? string.Join(", ", items.Select(tell))
        : $"{string.Join(", ", items.SkipLast(1).Select(tell))} {word} {tell(items.Last())}";

    /// <summary><c>1 zone</c>, <c>3 zones</c>.</summary>
    public static string Zones(int count) => Count(count, "zone");

    /// <summary><c>1 line</c>, <c>3 lines</c>.</summary>
    public static string Count(int count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");

    /// <summary>A mark, by its list and what it says.</summary>
    public static string Mark(Mark mark) => mark.Text.Length > 0 ? $"{mark.Name} ({mark.Text})" : mark.Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"{mark.Name} ({count})") : mark.Name;

    /// <summary>Servers that answered: how many, and which.</summary>
    public static string Servers(IReadOnlyList<SoaAnswer> answers)
    {
        var servers = answers.Select(answer => answer.Server).Where(server => server.Length > 0).Distinct().ToList();
        var thing = answers.All(answer => answer.ServerAddress.Length > 0) ? "address" : "server";
        return servers.Count == 0 ? "a server that is not named"
            : servers.Count == 1 ? servers[0]
            : string.Create(CultureInfo.InvariantCulture, $"{servers.Count} {thing}{(thing == "address" ? "es" : "s")} ({List(servers)})");
    }

    /// <summary>Servers that answered, by name where all have one.</summary>
    public static string Hosts(IReadOnlyList<SoaAnswer> answers) =>
        answers.All(answer => answer.ServerName.Length > 0) ? List([.. answers.Select(answer => answer.ServerName).Distinct()], "and") : Servers(answers);

    /// <summary>A span of time.</summary>
    public static string Between(Instant from, Instant to) => Between(Dated.Sure(from), Dated.Sure(to));

    /// <summary>A span of time between two lines.</summary>
    public static string Between(in Dated from, in Dated to) => from.At == to.At ? $"at {At(to)}" : $"between {At(from)} and {At(to)}";

    private static string DoubtedOnce(string text, string doubt)
    {
        var first = text.IndexOf(doubt, StringComparison.Ordinal);
        return first < 0 ? text : text[..(first + doubt.Length)] + text[(first + doubt.Length)..].Replace(doubt, "?", StringComparison.Ordinal);
    }
}
