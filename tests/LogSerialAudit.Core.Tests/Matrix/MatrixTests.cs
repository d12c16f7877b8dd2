using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LogSerialAudit.Core.Tests.Lines;
using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Matrix;

/// <summary>
/// Each form of a line, in each packing, of each server: every event must be found whole, with its instant, its observer and its line,
/// whichever way the log comes.
/// </summary>
public sealed partial class MatrixTests
{
    private const string HostName = "ns1.example.org";
    private const string Container = "ns-0";
    private const uint ProcessNumber = 1750;

    /// <summary>Later than any serial of the samples.</summary>
    private static readonly Instant Begin = Instant.FromUtc(2028, 1, 11, 20, 0, 0).PlusTicks(1_234_560);
    private static readonly DatingOptions Dating = new() { LogZone = EnvelopeForms.Zone, Year = 2028, Now = Instant.FromUtc(2029, 1, 1, 0, 0) };

    /// <summary>The logs of each server, written once for all packings.</summary>
    private static readonly ConcurrentDictionary<string, List<Log>> Logs = new(StringComparer.Ordinal);

    public static TheoryData<string> Servers => [.. ServerMessages.All.Select(server => server.Server)];

    /// <summary>A packing and a server.</summary>
    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var packing in Packings.OfFiles.Keys.Concat(Packings.OfFolders.Keys).Concat(Packings.OfFolders.Keys.Select(packing => $"{packing}, from standard input")))
            {
                foreach (var server in ServerMessages.All)
                {
                    cells.Add(packing, server.Server);
                }
            }

            return cells;
        }
    }

    [GeneratedRegex(@"\b((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d\d\b")]
    private static partial Regex DateSerials();

    [Theory]
    [MemberData(nameof(Servers))]
    public void EveryMessageIsReadInEveryForm(string server)
    {
        var messages = ServerMessages.All.Single(each => each.Server == server);
        Assert.True(messages.Samples.Count >= 7 && messages.Forms.Count >= 25, $"{messages.Samples.Count} samples, {messages.Forms.Count} forms");
        Check(messages, messages.Samples, folder => [.. LogsOf(messages, messages.Samples).Select(log => (folder.Write(log.Name, log.Bytes), log))]);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void EveryFormIsReadInEveryPacking(string packing, string server)
    {
        var messages = ServerMessages.All.Single(each => each.Server == server);
        var samples = Few(messages);
        var logs = Logs.GetOrAdd(server, _ => LogsOf(messages, samples));
        if (Packings.OfFiles.TryGetValue(packing, out var pack))
        {
            Check(messages, samples, folder => [.. logs.Select(log => (folder.Write(log.Name, pack(log.Bytes)), log))]);
            return;
        }

        var isPiped = packing.EndsWith(", from standard input", StringComparison.Ordinal);
        var archive = Packings.OfFolders[isPiped ? packing[..packing.IndexOf(", from", StringComparison.Ordinal)] : packing](logs.Select(log => (log.Name, log.Bytes)));
        var inner = packing.StartsWith("tar in tar", StringComparison.Ordinal) ? "inner.tgz:" : packing.StartsWith("tar in zip", StringComparison.Ordinal) ? "inner.tar:" : packing.StartsWith("zip in tar", StringComparison.Ordinal) ? "inner.zip:" : "";
        Check(
            messages,
            samples,
            folder => [.. logs.Select(log => ($"{(isPiped ? "-" : folder.At("archive"))}:{inner}{log.Name}", log))],
            folder => isPiped ? "-" : folder.Write("archive", archive),
            archive);
    }

    /// <summary>All that is said of a rollback or a transfer; of the rest a few.</summary>
    private static List<(CatalogueEntry Entry, CatalogueSample Sample)> Few(ServerMessages messages) =>
    [
        .. messages.Samples.Where(sample => sample.Entry.Kind is EventKind.RollbackOffered or EventKind.Transferred),
        .. messages.Samples.Where(sample => sample.Entry.Kind is not (EventKind.RollbackOffered or EventKind.Transferred)).Take(6),
    ];

    /// <summary>
    /// A log for each form, each of a day of its own: none is a copy of another. Days that serials of the samples name are left out, with those beside
    /// them: such a serial speaks for the year that it names, and rightly makes the log's own unsure.
    /// </summary>
    private static List<Log> LogsOf(ServerMessages messages, IReadOnlyList<(CatalogueEntry Entry, CatalogueSample Sample)> samples)
    {
        var logs = new List<Log>();
        var named = samples.SelectMany(sample => DateSerials().Matches(sample.Sample.Text)).SelectMany(date => Enumerable.Range(-1, 3).Select(more => DayOf(date) + Duration.FromDays(more))).Select(MonthAndDay).ToHashSet();
        var begin = Begin;
        foreach (var (form, (keeps, write)) in messages.Forms)
        {
            var linesEach = form.EndsWith("cut in two", StringComparison.Ordinal) ? 2 : 1;
            Add(form, keeps, lines => string.Concat(lines.Select(line => write(line) + "\n")), (_, place) => (linesEach * place) + 1);
        }

        foreach (var (form, (keeps, write, lineOf)) in SpreadForms.All)
        {
            Add(form, keeps, write, lineOf);
        }

        return logs;

        void Add(string form, WrittenParts keeps, Func<IReadOnlyList<WrittenLine>, string> write, Func<IReadOnlyList<WrittenLine>, int, long> lineOf)
        {
            var host = keeps.HasFlag(WrittenParts.Program) ? HostName : Container;
            var lines = samples.Select((sample, place) => new WrittenLine(begin + Duration.FromSeconds(61 * place), host, messages.Program, ProcessNumber, sample.Sample.Text)).ToList();
            logs.Add(new Log($"f{logs.Count:00}.log", form, keeps, lines, [.. lines.Select((_, place) => lineOf(lines, place))], Encoding.UTF8.GetBytes(write(lines))));
            do
            {
                begin += Duration.FromDays(1);
            }
            while (named.Contains(MonthAndDay(begin)));
        }

        static Instant DayOf(Match date) => Instant.FromUtc(int.Parse(date.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(date.Groups[2].ValueSpan, CultureInfo.InvariantCulture), int.Parse(date.Groups[3].ValueSpan, CultureInfo.InvariantCulture), 0, 0);

        static (int Month, int Day) MonthAndDay(Instant at) => (at.InUtc().Month, at.InUtc().Day);
    }

    private static void Check(
        ServerMessages messages,
        IReadOnlyList<(CatalogueEntry Entry, CatalogueSample Sample)> samples,
        Func<TempFolder, IReadOnlyList<(string Path, Log Log)>> make,
        Func<TempFolder, string>? path = null,
        byte[]? input = null)
    {
        using var folder = new TempFolder();
        var logs = make(folder);
        foreach (var file in Directory.GetFiles(folder.Path))
        {
            File.SetLastWriteTimeUtc(file, Packings.Modified);
        }

        var sources = SourceFinder.Find(path is null ? logs.Select(log => log.Path) : [path(folder)]);
        Assert.Empty(sources.Problems);
        var audit = Audit.Run(sources, ServerMessages.Catalogue, Dating, standardInput: new MemoryStream(input ?? []), cancel: TestContext.Current.CancellationToken);
        Assert.Empty(audit.Problems);
        Assert.All(audit.Files, file => Assert.Null(file.Scan.Damage));
        var found = audit.Sequence.Events.ToLookup(dated => audit.Sequence.Files[dated.File].Path);
        foreach (var (name, log) in logs)
        {
            var shown = found[name].Select(dated => Shown(audit, dated)).ToList();
            Assert.Equal(
                $"{messages.Server}, {log.Form}\n{string.Join('\n', samples.Select((sample, place) => Meant(log, sample, place)))}",
                $"{messages.Server}, {log.Form}\n{string.Join('\n', shown)}");
        }
    }

    private static string Meant(Log log, (CatalogueEntry Entry, CatalogueSample Sample) sample, int place)
    {
        var fields = sample.Sample.Fields;
        var (zone, view) = (ZoneOf(Field("zone")), Field("view") == "_default" ? "" : Field("view"));
        var zoneClass = (zone + view).Length == 0 ? "" : Field("class") switch { "in" or "1" => "IN", "ch" or "3" => "CH", "hs" or "4" => "HS", var other => other };
        var observer = log.Keeps.HasFlag(WrittenParts.Host) ? log.Lines[0].Host : log.Name;
        return string.Join(
            '|', log.Keeps.HasFlag(WrittenParts.Time) ? log.Lines[place].At.ToUnixTimeSeconds() : "undated", observer, sample.Entry.Kind.Word(), zone, zoneClass, view, Field("side"),
            Field("serial"), Field("previous"), Field("raw"), Field("peer"), fields.GetValueOrDefault("detail", Field("key")), log.Numbers[place]);

        string Field(string name) => fields.GetValueOrDefault(name, "");
    }

    private static string Shown(Audit audit, DatedEvent dated)
    {
        var line = dated.Line;
        var scan = audit.Sequence.Files[dated.File].Scan;
        var zone = scan.Zones[line.Zone];
        var fraction = dated.At.Exists ? dated.At.At.ToUnixTimeTicks() % NodaConstants.TicksPerSecond : 0;
        var isFraction = dated.At.FractionDigits == 0 ? fraction == 0 : fraction is > 1_229_999 and <= 1_234_560;
        return string.Join(
            '|', dated.At.Exists ? $"{dated.At.At.ToUnixTimeSeconds()}{(isFraction ? "" : $" and {fraction}")}{(dated.At.Mark == DatingMark.None ? "" : $" {dated.At.Mark}")}" : "undated", dated.Observer.Name, line.Kind.Word(), zone.Name, zone.Class, zone.View,
            line.Side switch { ZoneSide.Raw => "raw", ZoneSide.Signed => "signed", _ => "" }, line.Serial, line.Previous, line.Raw, dated.Peer, dated.Detail, line.Count == 1 ? line.Line : $"{line.Line} x{line.Count}");
    }

    /// <summary>The name as it is compared: in lower case, without the final dot.</summary>
    private static string ZoneOf(string name) =>
        (name.Length > 1 && name[^1] == '.' && name[^2] != '\\' ? name[..^1] : name).ToLowerInvariant();

    /// <summary>A log in one form.</summary>
    private sealed record Log(string Name, string Form, WrittenParts Keeps, IReadOnlyList<WrittenLine> Lines, IReadOnlyList<long> Numbers, byte[] Bytes);
}
