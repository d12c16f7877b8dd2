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
    public static IReadOnlyList<SampleCase> All { get; } = [.. OfBalug(), .. OfBalugsCase(), .. OfLab(), .. OfSecondaries()];

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

    private static IEnumerable<SampleCase> OfBalugsCase()
    {
        yield return new($"{Balug}/expected/case/report.txt", ["report", Balug]);
        yield return new($"{Balug}/expected/case/report.md", ["report", Balug, "--format", "md"]);
        yield return new($"{Balug}/expected/case/report.html", ["report", Balug, "--format", "html"]);
        yield return new($"{Balug}/expected/case/causes.txt", ["report", Balug, "--table", "causes"]);
        foreach (var table in (string[])["vm", "zone-history", "soa", "marks"])
        {
            yield return new($"{Balug}/expected/case/{table}.txt", ["report", Balug, "--table", table]);
            yield return new($"{Balug}/expected/case/{table}.csv", ["report", Balug, "--format", "csv", "--table", table]);
        }

        foreach (var table in (string[])["findings", "causes", "coverage"])
        {
            yield return new($"{Balug}/expected/case/{table}.csv", ["report", Balug, "--format", "csv", "--table", table]);
        }
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
