namespace LogSerialAudit.Cli.Tests.Samples;

/// <summary>An expected output of a sample and the command line that makes it.</summary>
/// <param name="Expected">The file, from the root of the repository.</param>
/// <param name="CommandLine">The command line; paths in it are from the root of the repository.</param>
internal sealed record SampleCase(string Expected, string[] CommandLine)
{
    private const string Balug = "samples/balug-2019-05";
    private const string Secondaries = "samples/secondaries-lab";
    private const string Lab = "samples/bind-9.18-lab";

    private static readonly string[] Tables = ["episodes", "timeline", "events", "serials", "coverage"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SampleCase> All { get; } = [.. OfBalug(), .. OfBalugWithEvidence(), .. OfBalugsZoneFiles(), .. OfBalugsAnswers(), .. OfLab(), .. OfSecondaries()];

    private static IEnumerable<SampleCase> OfBalug()
    {
        string[] reading = ["--log-zone", "America/Los_Angeles", $"{Balug}/linuxmafia/daemon.log*"];
        yield return new($"{Balug}/expected/report.txt", ["report", .. reading]);
        yield return new($"{Balug}/expected/serials.txt", ["report", .. reading, "--table", "serials"]);
        foreach (var table in Tables)
        {
            yield return new($"{Balug}/expected/{table}.csv", ["report", .. reading, "--format", "csv", "--table", table]);
        }
    }

    private static IEnumerable<SampleCase> OfBalugWithEvidence()
    {
        string[] reading = ["--log-zone", "America/Los_Angeles", "--vm", $"tigger={Balug}/tigger/balug.log", "--vm", $"vicki={Balug}/vicki/balug.log", $"{Balug}/linuxmafia/daemon.log*"];
        yield return new($"{Balug}/expected/case/report.txt", ["report", .. reading]);
        yield return new($"{Balug}/expected/case/vm.txt", ["report", .. reading, "--table", "vm"]);
        yield return new($"{Balug}/expected/case/vm.csv", ["report", .. reading, "--format", "csv", "--table", "vm"]);
        yield return new($"{Balug}/expected/case/findings.csv", ["report", .. reading, "--format", "csv", "--table", "findings"]);
    }

    private static IEnumerable<SampleCase> OfBalugsZoneFiles()
    {
        string[] zones = ["balug.org", "sf-lug.com", "sf-lug.org", "sflug.org"];
        string[] reading = ["--log-zone", "America/Los_Angeles", .. zones.SelectMany(zone => new[] { "--zone-history", $"{zone}={Balug}/zones/{zone},v" }), $"{Balug}/linuxmafia/daemon.log*"];
        yield return new($"{Balug}/expected/case/zone-history.txt", ["report", .. reading, "--table", "zone-history"]);
        yield return new($"{Balug}/expected/case/zone-history.csv", ["report", .. reading, "--format", "csv", "--table", "zone-history"]);
    }

    private static IEnumerable<SampleCase> OfBalugsAnswers()
    {
        string[] reading = ["--log-zone", "America/Los_Angeles", "--soa", $"{Balug}/soa/2019-05-30.txt", "--soa", $"{Balug}/soa/2019-06-01.txt", "--marks", $"mbox={Balug}/sf-lug_mbox_stats.txt", $"{Balug}/linuxmafia/daemon.log*"];
        yield return new($"{Balug}/expected/case/soa.txt", ["report", .. reading, "--table", "soa"]);
        yield return new($"{Balug}/expected/case/soa.csv", ["report", .. reading, "--format", "csv", "--table", "soa"]);
        yield return new($"{Balug}/expected/case/marks.txt", ["report", .. reading, "--table", "marks"]);
        yield return new($"{Balug}/expected/case/marks.csv", ["report", .. reading, "--format", "csv", "--table", "marks"]);
    }

    private static IEnumerable<SampleCase> OfLab()
    {
        (string Folder, string Logs)[] sets =
        [
            ("primary", "primary-9.18-local.log"),
            ("primary-iso", "iso.log*"),
            ("secondary", "secondary-9.18-local.log"),
            ("secondary-iso8601-utc", "secondary-9.18-iso8601-utc.log"),
            ("stderr-g", "stderr-g-9.18.log"),
            ("inline-signing", "inline-signing-9.18-debug1.log"),
        ];
        foreach (var (folder, logs) in sets)
        {
            string[] reading = ["--log-zone", "UTC", $"{Lab}/{logs}"];
            yield return new($"{Lab}/expected/{folder}/report.txt", ["report", .. reading]);
            foreach (var table in Tables)
            {
                yield return new($"{Lab}/expected/{folder}/{table}.csv", ["report", .. reading, "--format", "csv", "--table", table]);
            }
        }

        foreach (var (folder, logs) in sets.Where(set => set.Folder is "primary" or "inline-signing"))
        {
            yield return new($"{Lab}/expected/{folder}/primaries.csv", ["report", "--log-zone", "UTC", $"{Lab}/{logs}", "--format", "csv", "--table", "primaries"]);
        }

        yield return new($"{Lab}/expected/secondary/report.json", ["report", "--log-zone", "UTC", $"{Lab}/secondary-9.18-local.log", "--format", "json"]);
        yield return new($"{Lab}/expected/pair/propagation.csv", ["report", "--log-zone", "UTC", $"p={Lab}/primary-9.18-local.log", $"s={Lab}/secondary-9.18-local.log", "--format", "csv", "--table", "propagation"]);
        yield return new($"{Lab}/expected/pair/report.txt", ["report", "--log-zone", "UTC", "--hash", $"p={Lab}/primary-9.18-local.log", $"s={Lab}/secondary-9.18-local.log"]);
    }

    private static IEnumerable<SampleCase> OfSecondaries()
    {
        foreach (var log in (string[])["knot-3.2.6", "nsd-4.6.1", "nsd-4.6.1-epoch", "powerdns-4.7.3", "unbound-1.17.1"])
        {
            string[] reading = ["--log-zone", "UTC", $"{Secondaries}/{log}.log", "--format", "csv"];
            yield return new($"{Secondaries}/expected/{log}/episodes.csv", ["report", .. reading, "--table", "episodes"]);
            yield return new($"{Secondaries}/expected/{log}/events.csv", ["report", .. reading, "--table", "events"]);
        }

        yield return new($"{Secondaries}/expected/report.txt", ["report", "--log-zone", "UTC", Secondaries + "/*.log"]);
    }
}
