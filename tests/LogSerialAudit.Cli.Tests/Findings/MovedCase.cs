using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Cli.Tests.Findings;

/// <summary>A sample's files with other names for its zones, hosts and addresses, at another time, logged in another time zone.</summary>
internal sealed partial class MovedCase
{
    private static readonly DateTimeZone SampleZone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];
    private static readonly string[] LogZones = ["America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "UTC"];
    private static readonly Interval SampleSpan = new(Instant.FromUtc(2019, 4, 29, 0, 0), Instant.FromUtc(2019, 6, 2, 0, 0));

    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly DateTimeZone _zone;

    /// <param name="seed">Chooses names, time and zone.</param>
    /// <param name="sorted">Names that are to have the same order under their new names.</param>
    /// <param name="others">Names without an order.</param>
    /// <param name="addresses">IPv4 addresses.</param>
    public MovedCase(int seed, IReadOnlyList<string> sorted, IReadOnlyList<string> others, IReadOnlyList<string> addresses)
    {
        var random = new Random(seed);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        while (names.Count < sorted.Count)
        {
            names.Add($"{Word(random)}.{(random.Next(2) == 0 ? "org" : "example")}");
        }

        foreach (var (name, renamed) in sorted.Order(StringComparer.Ordinal).Zip(names))
        {
            _names.Add(name, renamed);
        }

        foreach (var name in others)
        {
            _names.Add(name, Word(random));
        }

        foreach (var address in addresses)
        {
            _names.Add(address, $"198.51.100.{1 + _names.Count}");
        }

        do
        {
            _zone = DateTimeZoneProviders.Tzdb[LogZones[random.Next(LogZones.Length)]];
            Shift = Duration.FromSeconds(random.Next(-15 * 31_556_952, 8 * 31_556_952));
        }
        while (_zone.GetZoneIntervals(new Interval(SampleSpan.Start + Shift, SampleSpan.End + Shift)).Count() > 1);
    }

    /// <summary>How much later it is.</summary>
    public Duration Shift { get; }

    /// <summary>Writes the case into a folder.</summary>
    public void Write(string from, string to)
    {
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(from, path)).Where(path => !path.StartsWith("expected", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Moved(path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var read = File.OpenRead(Path.Combine(from, path));
            using var write = File.Create(target);
            var isPacked = path.EndsWith(".gz", StringComparison.Ordinal);
            using var reader = new StreamReader(isPacked ? new GZipStream(read, CompressionMode.Decompress) : read, Encoding.Latin1);
            using var writer = new StreamWriter(isPacked ? new GZipStream(write, CompressionLevel.Fastest) : write, Encoding.Latin1);
            writer.Write(Moved(reader.ReadToEnd()).Replace("America/Los_Angeles", _zone.Id, StringComparison.Ordinal));
        }
    }

    /// <summary>A text as it is in the moved case: names, serials and times are the new ones.</summary>
    public string Moved(string text) => Movable().Replace(text, match =>
        match.Groups["serial"].Success ? (uint.Parse(match.Value, CultureInfo.InvariantCulture) + (long)Shift.TotalSeconds).ToString(CultureInfo.InvariantCulture)
        : match.Groups["iso"].Success ? Stamp(match.Value, "uuuu'-'MM'-'dd'T'HH':'mm':'ss")
        : match.Groups["vm"].Success ? Stamp(match.Value, "uuuu'-'MM'-'dd' 'HH':'mm':'ss")
        : match.Groups["rcs"].Success ? Stamp(match.Value, "uuuu'.'MM'.'dd'.'HH'.'mm'.'ss")
        : match.Groups["syslog"].Success ? Syslog(match.Value)
        : match.Groups["mail"].Success ? OffsetDateTimePattern.CreateWithInvariantCulture("ddd, d MMM uuuu HH:mm:ss o<+HHmm>") is var pattern ? pattern.Format(pattern.Parse(match.Value).Value.Plus(Shift)) : ""
        : match.Groups["day"].Success ? LocalDatePattern.Iso.Format((LocalDatePattern.Iso.Parse(match.Value).Value.AtMidnight().InUtc().ToInstant() + Shift).InUtc().Date)
        : _names.GetValueOrDefault(match.Value) ?? match.Value);

    private string Stamp(string text, string pattern)
    {
        var local = LocalDateTimePattern.CreateWithInvariantCulture(pattern);
        return local.Format((local.Parse(text).Value.InUtc().ToInstant() + Shift).InUtc().LocalDateTime);
    }

    private string Syslog(string text)
    {
        var pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu MMM d HH:mm:ss");
        var at = pattern.Parse("2019 " + text.Replace("  ", " ", StringComparison.Ordinal)).Value.InZoneStrictly(SampleZone).ToInstant() + Shift;
        var moved = at.InZone(_zone).LocalDateTime;
        return moved.ToString("MMM", CultureInfo.InvariantCulture) + moved.Day.ToString(CultureInfo.InvariantCulture).PadLeft(3) + moved.ToString(" HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(4, 10)).Select(_ => (char)('a' + random.Next(26)))]);

    [GeneratedRegex(
        """
        (?<serial>(?<![0-9.])15[0-9]{8}(?![0-9]))
        | (?<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})
        | (?<vm>^[0-9]{4}-[0-9]{2}-[0-9]{2}[ ][0-9]{2}:[0-9]{2}:[0-9]{2})
        | (?<rcs>[0-9]{4}(\.[0-9]{2}){5})
        | (?<syslog>^[A-Z][a-z]{2}[ ][ 0-9][0-9][ ][0-9]{2}:[0-9]{2}:[0-9]{2})
        | (?<mail>[A-Z][a-z]{2},[ ][0-9]+[ ][A-Z][a-z]{2}[ ][0-9]{4}[ ][0-9:]{8}[ ][+-][0-9]{4})
        | (?<day>^[0-9]{4}-[0-9]{2}-[0-9]{2}(?=[ ][0-9]+$))
        | (?<name>(?<![a-z0-9-])([a-z0-9-]+\.(org|com)|[a-z]+|[0-9]+(\.[0-9]+){3})(?![a-z0-9-]))
        """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Movable();
}
