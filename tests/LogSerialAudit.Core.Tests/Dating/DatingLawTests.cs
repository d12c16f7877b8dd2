using System.Globalization;
using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using LogSerialAudit.Sources;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>
/// Thousands of made log sets: every instant is the true one, or it is marked as not sure; and a stream of events says the
/// same as the report. In the environment LOGSERIALAUDIT_DATING_SETS says how many sets, LOGSERIALAUDIT_DATING_SEED where they
/// begin, LOGSERIALAUDIT_DATING_WITH which setting they must have, LOGSERIALAUDIT_DATING_KEEP in which folder they are kept.
/// </summary>
public sealed class DatingLawTests(ITestOutputHelper output)
{
    private static readonly int Sets = Number("LOGSERIALAUDIT_DATING_SETS", 1000);
    private static readonly int FirstSeed = Number("LOGSERIALAUDIT_DATING_SEED", 1);
    private static readonly string? With = Environment.GetEnvironmentVariable("LOGSERIALAUDIT_DATING_WITH");
    private static readonly string? Kept = Environment.GetEnvironmentVariable("LOGSERIALAUDIT_DATING_KEEP");

    [Fact]
    public void NoInstantIsWrongAndUnmarked()
    {
        var results = new Result[Sets];
        Parallel.For(0, Sets, index => results[index] = Date(FirstSeed + index, With));
        var wrong = results.SelectMany(result => result.Wrong.Take(3)).ToList();
        foreach (var setting in results.SelectMany(result => result.Settings.Select(setting => (setting, result))).GroupBy(pair => pair.setting).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Tell(setting.Key, [.. setting.Select(pair => pair.result)]);
        }

        Tell("all", results);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"repeated hours: {results.Sum(result => result.Repeated)} rows, {results.Sum(result => result.Ambiguous)} of them ambiguous"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"nothing held back: {results.Sum(result => result.Streamed)} rows: uncertain {100.0 * results.Sum(result => result.StreamedUncertain) / Math.Max(1, results.Sum(result => result.Streamed)):F1} %"));
        foreach (var sentence in wrong.Take(40))
        {
            output.WriteLine(sentence);
        }

        Assert.True(wrong.Count == 0, $"{results.Sum(result => result.Wrong.Count)} wrong and unmarked in {results.Count(result => result.Wrong.Count > 0)} sets; the first: {wrong.FirstOrDefault()}");
    }

    /// <summary>Sets that were dated wrongly once, by the generator as it then was.</summary>
    [Theory]
    [InlineData(5461)]
    [InlineData(7370)]
    [InlineData(23684)]
    [InlineData(26043)]
    [InlineData(27528)]
    [InlineData(29706)]
    [InlineData(511045)]
    [InlineData(511697)]
    [InlineData(515378)]
    [InlineData(602025)]
    [InlineData(602695)]
    [InlineData(607197)]
    [InlineData(607701)]
    [InlineData(609084)]
    [InlineData(609609)]
    [InlineData(620507)]
    [InlineData(702541)]
    [InlineData(703481)]
    [InlineData(705858)]
    [InlineData(715827)]
    [InlineData(720941)]
    [InlineData(751072)]
    [InlineData(770782)]
    [InlineData(811213)]
    [InlineData(830119)]
    [InlineData(5304858)]
    [InlineData(5305518)]
    [InlineData(5309118)]
    [InlineData(6605633)]
    [InlineData(6608011)]
    [InlineData(6608278)]
    [InlineData(7102928)]
    [InlineData(9203458)]
    [InlineData(9203923)]
    [InlineData(9204525)]
    public void ASetThatOnceHadAWrongInstantHasNone(int seed) => Assert.Empty(Date(seed).Wrong);

    private void Tell(string setting, IReadOnlyList<Result> results) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{setting,-20} {results.Count,6} sets {results.Sum(result => result.Rows),8} rows: uncertain {100.0 * results.Sum(result => result.Uncertain) / Math.Max(1, results.Sum(result => result.Rows)),5:F1} %, wholly sure sets {100.0 * results.Count(result => result.Uncertain == 0) / results.Count,5:F1} %; wrong {results.Sum(result => result.Wrong.Count)}"));

    private static Result Date(int seed, string? with = null)
    {
        var set = new LogGenerator(seed).Make();
        if (with is not null && !set.Settings.Contains(with))
        {
            return new Result([]);
        }

        using var folder = new TempFolder();
        set.Write(folder.Path);
        if (Kept is not null)
        {
            set.Write(Path.Combine(Kept, $"seed-{seed}"), Path.Combine(Kept, $"seed-{seed}.truth"));
        }

        var sources = SourceFinder.Find([folder.Path]);
        var options = Told(seed, set, out var told);
        var truth = set.Files.ToDictionary(file => folder.At(file.Name), file => file.Lines);
        var result = new Result([.. set.Settings, .. told]);
        var audit = Audit.Run(sources, Catalogue.BuiltIn, options);
        foreach (var dated in audit.Sequence.Events)
        {
            var (path, number) = (audit.Sequence.Files[dated.File].Path, dated.Line.Line);
            result.Rows++;
            result.Uncertain += dated.At.Mark == DatingMark.None ? 0 : 1;
            result.Ambiguous += dated.At.Mark == DatingMark.Ambiguous ? 1 : 0;
            result.Repeated += truth[path][(int)number - 1].IsOfRepeatedHour ? 1 : 0;
            Check(result, seed, set, options, truth[path][(int)number - 1], dated.At, $"{Path.GetFileName(path)}:{number}");
        }

        if (set.Settings.Contains("in-order") && !set.Settings.Contains("names-swapped") && set.Declared == set.Zone)
        {
            CheckOrder(result, seed, audit);
        }

        if (seed % 4 != 0)
        {
            // A bound of no events hands over the events of each block as it comes: there is one block a file.
            var streamed = new List<EventRow>();
            var stream = new EventStream(Catalogue.BuiltIn, options, (in row) => streamed.Add(row), sources.Sets) { MostHeld = seed % 4 == 1 ? 0 : 20_000 };
            sources.Sets.ToList().ForEach(files => stream.Read(files, null, CancellationToken.None));
            stream.End();
            result.Streamed += stream.MostHeld > 0 ? 0 : streamed.Count;
            result.StreamedUncertain += stream.MostHeld > 0 ? 0 : streamed.Count(row => row.At.Mark != DatingMark.None);
            streamed.ForEach(row => Check(result, seed, set, options, truth[row.Source.File][(int)row.Source.Line - 1], row.At, $"streamed {row.Source.Line}"));
            if (stream.MostHeld > 0)
            {
                Compare(result, seed, audit, streamed);
            }
        }

        return result;
    }

    /// <summary>
    /// What the operator says: most often nothing but the zone, which may be wrong; sometimes the year of the last line, or when
    /// the log was taken, or that the zone is to be found.
    /// </summary>
    private static DatingOptions Told(int seed, TrueSet set, out List<string> told)
    {
        var isWrong = set.Declared != set.Zone;
        var finds = seed % 4 == 2 && !set.Settings.Contains("clock-off");
        var options = new DatingOptions { LogZone = set.Declared, ObserverZones = set.HostZones, FindsLogZone = finds, Now = set.Now };
        told = [isWrong ? "zone:wrong" : "zone:right"];
        told.AddRange(finds ? ["zone:auto"] : []);
        var last = set.Settings.Contains("one-host") && !set.Settings.Contains("stranger") && !set.Settings.Contains("names-swapped")
            ? set.Files.SelectMany(file => file.Lines).LastOrDefault(line => !line.HasYear)
            : null;
        (var says, options) = (seed % 10) switch
        {
            3 when last is { ClockWasUnset: false } => ("told:year", options with { Year = last.Local.Year }),
            6 when !isWrong => ("told:not-after", options with { NotAfter = set.Files.SelectMany(file => file.Lines).Max(line => Instant.Max(line.At, line.Received)) + Duration.FromHours(5) }),
            _ => ("told:nothing", options),
        };
        told.Add(says);
        if (says == "told:nothing" && set.Settings.Intersect(["serials:counter"]).Any() && set.Settings.Intersect(["times:copied", "times:zero"]).Any()
            && set.Settings.Contains("form:classic") && !set.Settings.Contains("rotation:dateext"))
        {
            told.Add("nothing-says-a-year");
        }

        return options;
    }

    /// <summary>Where lines are in order, what is dated stands in their order: no choice of a pass makes a step back.</summary>
    private static void CheckOrder(Result result, int seed, Audit audit)
    {
        var before = new Dictionary<string, (DatedEvent Event, long Line)>();
        foreach (var dated in audit.Sequence.Events.Where(dated => dated.At.Mark is DatingMark.None or DatingMark.Ambiguous))
        {
            var line = dated.Line;
            var host = audit.Sequence.Files[dated.File].Scan.Writers.All[line.Writer].Host;
            if (before.TryGetValue(host, out var last) && (last.Event.File, last.Line).CompareTo((dated.File, line.Line)) > 0)
            {
                result.Wrong.Add($"seed {seed} ({string.Join(' ', result.Settings)}): {audit.Sequence.Files[dated.File].Path}:{line.Line} ({dated.At.At}) stands after {audit.Sequence.Files[last.Event.File].Path}:{last.Line} ({last.Event.At.At})");
            }

            before[host] = (dated, line.Line);
        }
    }

    /// <summary>While all is held back, a stream says of each line what the report says.</summary>
    private static void Compare(Result result, int seed, Audit audit, List<EventRow> streamed)
    {
        var reported = new List<EventRow>();
        audit.History.Walk((in row) => reported.Add(row));
        var events = audit.Sequence.Events.ToList();
        var walked = reported.OrderBy(row => events[row.Place].File).ThenBy(row => row.Source.Line).ToList();
        if (walked.Count != streamed.Count)
        {
            result.Wrong.Add($"seed {seed}: {streamed.Count} rows streamed, {walked.Count} reported");
        }

        foreach (var (row, other) in walked.Zip(streamed))
        {
            if (Said(row) != Said(other))
            {
                result.Wrong.Add($"seed {seed}: reported {Said(row)}, streamed {Said(other)}");
            }
        }
    }

    private static (SourceLine Source, string Observer, Dated At, SerialNumber? Serial, SerialNumber? Previous, SerialChange Change, EventKind Kind) Said(EventRow row) =>
        (row.Source, row.History.Observer.Name, row.At, row.Serial, row.Previous, row.Change, row.Kind);

    private static void Check(Result result, int seed, TrueSet set, DatingOptions options, TrueLine line, Dated at, string source)
    {
        var mayDiffer = at.Mark is DatingMark.YearUnsure or DatingMark.SkippedHour;
        if ((!mayDiffer && !Truths(set, options, line).Any(truth => at.At == truth || (at.Mark == DatingMark.Ambiguous && at.Other == truth)))
            || (line.ClockWasUnset && !line.HasYear && at.Mark == DatingMark.None))
        {
            result.Wrong.Add($"seed {seed} ({string.Join(' ', result.Settings)} {set.Zone.Id}{(set.Declared == set.Zone ? "" : " declared " + set.Declared.Id)}): {source} {line.Text}: {at.At} {at.Mark}, the truth is {line.At}");
        }
    }

    /// <summary>What a line may be dated as: by a wrong zone it is what that zone makes of it, and no other zone is used unasked.</summary>
    private static IEnumerable<Instant> Truths(TrueSet set, DatingOptions options, TrueLine line)
    {
        if (line.HasOffset || line.Zone != set.Zone || set.Declared == set.Zone || options.FindsLogZone)
        {
            yield return line.At;
        }

        if (!line.HasOffset && line.Zone == set.Zone && set.Declared != set.Zone)
        {
            var mapping = set.Declared.MapLocal(line.Local);
            for (var pass = 0; pass < mapping.Count; pass++)
            {
                yield return (pass == 0 ? mapping.First() : mapping.Last()).ToInstant();
            }
        }
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;

    private sealed record Result(IReadOnlyList<string> Settings)
    {
        public int Rows { get; set; }

        public int Uncertain { get; set; }

        /// <summary>Rows in an hour that came twice, and those of them that are marked for it.</summary>
        public int Repeated { get; set; }

        public int Ambiguous { get; set; }

        /// <summary>Rows that were written with nothing held back, and those of them that are marked.</summary>
        public int Streamed { get; set; }

        public int StreamedUncertain { get; set; }

        public List<string> Wrong { get; } = [];
    }
}
