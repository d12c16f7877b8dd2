using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>A report that can be shown in public.</summary>
public sealed partial class RedactTests
{
    private const string Balug = "samples/balug-2019-05";
    private const string Lab = "samples/bind-9.18-lab";

    private static readonly string[] NameColumns = ["zone", "observer", "view", "server_name", "server_address", "mname", "rname", "author", "host", "primary", "peer", "name", "lag_after"];

    private static readonly string[] Formats = ["text", "csv", "tsv", "json", "md", "html", "xlsx"];

    /// <summary>Words that are names here by chance, and stand in the output for something else.</summary>
    private static readonly string[] Chance = ["internal", "external"];

    /// <summary>Inputs: the case of the sample, and logs of several servers.</summary>
    public static TheoryData<string> Inputs =>
    [
        Balug,
        $"--log-zone UTC prim={Lab}/primary-9.18-local.log seco={Lab}/secondary-9.18-local.log {Lab}/inline-signing-9.18-debug1.log",
        "--log-zone UTC samples/secondaries-lab/knot-3.2.6.log samples/secondaries-lab/nsd-4.6.1.log samples/secondaries-lab/powerdns-4.7.3.log samples/secondaries-lab/unbound-1.17.1.log",
    ];

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task NoOriginalNameOrAddressIsInAnyOutput(string input)
    {
        string[] command = ["report", .. input.Split(' ')];
        var names = await Names(command);
        Assert.True(names.Count > 1);
        foreach (var format in Formats)
        {
            foreach (var table in await Tables(command))
            {
                AssertHasNone(names, await Shown(format, [.. command, "--redact", "--table", table]), $"{table} {format}");
            }

            AssertHasNone(names, await Shown(format, [.. command, "--redact", "--hash"]), format);
        }

        AssertHasNone(names, await Run.Of([.. command, "--redact", "--explain-dates"]), "dates");
    }

    [Fact]
    public async Task WhoIsWhoIsTheSameInEveryOutput()
    {
        var csv = (await Run.Of("report", Balug, "--redact", "--format", "csv", "--table", "episodes", "--columns", "zone,primary,offered_serial")).Output;
        var original = (await Run.Of("report", Balug, "--format", "csv", "--table", "episodes", "--columns", "zone,primary,offered_serial")).Output;
        var pairs = original.Split('\n').Zip(csv.Split('\n'), (one, other) => (one.Split(',')[0], other.Split(',')[0])).Skip(1).Where(pair => pair.Item1.Length > 0).Distinct().ToList();
        Assert.Equal(4, pairs.Count);
        Assert.Equal(4, pairs.Select(pair => pair.Item2).Distinct().Count());
        Assert.All(pairs, pair => Assert.Matches("^zone[0-9]+\\.example$", pair.Item2));

        var text = (await Run.Of("report", Balug, "--redact")).Output;
        var findings = (await Run.Of("report", Balug, "--redact", "--format", "csv", "--table", "findings")).Output;
        Assert.All(pairs, pair => Assert.Contains(pair.Item2, text, StringComparison.Ordinal));
        Assert.All(pairs, pair => Assert.Contains(pair.Item2, findings, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsNotANameStays()
    {
        var original = (await Run.Of("report", Balug, "--format", "csv", "--table", "timeline", "--columns", "at_utc,kind,serial,previous_serial,change,count,until_utc")).Output;
        Assert.Equal(original, (await Run.Of("report", Balug, "--redact", "--format", "csv", "--table", "timeline", "--columns", "at_utc,kind,serial,previous_serial,change,count,until_utc")).Output);
        var text = (await Run.Of("report", Balug, "--redact")).Output;
        Assert.Contains("times in America/Los_Angeles", text, StringComparison.Ordinal);
        Assert.Contains("daemon.log.1:870[r]", text, StringComparison.Ordinal);
        Assert.Contains("RNAME User", text, StringComparison.Ordinal);
        Assert.Contains("RNAME user", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesAreFoundInPathsMailsReverseZonesViewsAndWhatWasTyped()
    {
        using var folder = new LogFolder();
        _ = Directory.CreateDirectory(folder["acme"]);
        _ = folder.Write("acme/ns-acme.log", """
            2019-05-25T15:00:00Z primary named[7]: starting BIND 9.18.49 (Extended Support Version) <id:>
            2019-05-25T15:00:00Z primary named[7]: running as: named -u acmeuser -c /srv/acme/named.conf
            2019-05-25T15:48:06Z primary named[7]: zone 0/25.113.0.203.in-addr.arpa/IN/acmeview: transferred serial 5
            2019-05-25T15:48:07Z primary named[7]: zone acme.test/IN: serial number (1558725628) received from master 2001:470:1f05::4#53 < ours (1558799284)
            2019-05-25T15:48:08Z primary named[7]: transfer of 'acme.test/IN' from 2001:470:1f05::4#53: Transfer status: success
            2019-05-25T15:48:09Z primary named[7]: received control channel command 'reload acme.test'
            2019-05-25T15:48:09Z primary named[7]: zone acme.test/IN: notify from 198.41.0.4#4000: refused, unable to find TSIG key acmekey

            """);
        _ = folder.Write("acme/marks.csv", "time,what\n2019-05-25T15:00:00Z,backup by acmebob of acme.test to 198.41.0.4\n");
        string[] command = ["report", "--redact", "--log-zone", "UTC", "--zone", "*", "--marks", $"acmelist={folder["acme/marks.csv"]}", folder["acme/ns-acme.log"]];
        foreach (var table in await Tables([.. command.Where(word => word != "--redact")]))
        {
            foreach (var format in Formats)
            {
                var run = await Shown(format, [.. command, "--table", table]);
                Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
                Assert.DoesNotContain("acme", run.Output, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotMatch("113\\.0\\.203|198\\.41|2001:470", run.Output);
            }
        }

        var text = (await Run.Of(command)).Output;
        Assert.DoesNotContain("acme", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("command  logserialaudit report --redact --log-zone UTC --zone '*'", text, StringComparison.Ordinal);
        Assert.Contains("2001:db8::1#53", text, StringComparison.Ordinal);
    }

    /// <summary>What is read in a format, without its markup.</summary>
    private static async Task<Run> Shown(string format, string[] command)
    {
        if (format != "xlsx")
        {
            var run = await Run.Of([.. command, "--format", format]);
            return format switch
            {
                "md" => run with { Output = run.Output.Replace("\\", "", StringComparison.Ordinal) },
                "html" => run with { Output = WebUtility.HtmlDecode(Style().Replace(run.Output, "")) },
                _ => run,
            };
        }

        using var folder = new LogFolder();
        var written = await Run.Of([.. command, "--format", format, "-o", folder["out.xlsx"]]);
        using var zip = ZipFile.OpenRead(folder["out.xlsx"]);
        var parts = zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
        return written with { Output = WebUtility.HtmlDecode(string.Join('\n', parts)) };
    }

    private static void AssertHasNone(IReadOnlyCollection<string> names, Run run, string what)
    {
        Assert.Equal(ExitCode.Done, run.ExitCode);
        foreach (var name in names)
        {
            var found = Regex.Match(run.Output, $"(?<![A-Za-z0-9]){Regex.Escape(name)}(?![A-Za-z0-9])", RegexOptions.IgnoreCase);
            Assert.True(!found.Success, $"{what}: {name} in {(found.Success ? run.Output[Math.Max(0, found.Index - 100)..Math.Min(run.Output.Length, found.Index + 100)] : "")}");
        }
    }

    private static async Task<List<string>> Tables(string[] command)
    {
        using var json = JsonDocument.Parse((await Run.Of([.. command, "--format", "json"])).Output);
        return [.. json.RootElement.EnumerateObject().Select(table => table.Name).Where(name => name != "provenance")];
    }

    /// <summary>The names and addresses of a report that shows them.</summary>
    private static async Task<HashSet<string>> Names(string[] command)
    {
        var output = (await Run.Of([.. command, "--format", "json"])).Output;
        using var json = JsonDocument.Parse(output);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in json.RootElement.EnumerateObject().SelectMany(table => table.Value.EnumerateArray()))
        {
            foreach (var cell in row.EnumerateObject().Where(cell => NameColumns.Contains(cell.Name) && cell.Value.ValueKind == JsonValueKind.String))
            {
                names.Add(Port().Replace(cell.Value.GetString()!, ""));
            }
        }

        names.UnionWith(Address().Matches(output).Select(match => match.Value).Where(address => !address.StartsWith("127.", StringComparison.Ordinal) && address != "0.0.0.0"));
        names.ExceptWith(Chance);

        // A log without host names is called by its file, and these tell nothing but the server's program.
        names.RemoveWhere(name => name.EndsWith(".log", StringComparison.Ordinal));
        return [.. names.Where(name => name is not ("." or "::1" or "::") && !name.StartsWith("127.", StringComparison.Ordinal) && name.Length > 1)];
    }

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("#[0-9]+$")]
    private static partial Regex Port();

    [GeneratedRegex("(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9.])")]
    private static partial Regex Address();
}
