using System.Xml.Linq;
using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests;

/// <summary>The report as Markdown, HTML and a workbook says what the text says.</summary>
public sealed class MarkupReportTests
{
    private const string Hostile =
        "May 30 10:05:36 <b>ns2</b> named[1]: zone <script>alert(1)</script>.org/IN: transferred serial 7\n"
        + "May 30 10:05:41 <b>ns2</b> named[1]: zone <script>alert(1)</script>.org/IN: serial number (5) received from master 192.0.2.1#53 < ours (7)\n"
        + "May 30 10:35:41 <b>ns2</b> named[1]: zone <script>alert(1)</script>.org/IN: serial number (5) received from master 192.0.2.1#53 < ours (7)\n"
        + "May 30 10:36:42 ns2 named[1]: zone [x](http://192.0.2.1)`y.org/IN/\"onload=1: serial number (5) received from master 192.0.2.1#53 < ours (7)\n";

    private static readonly string[] Balug = ["--log-zone", "America/Los_Angeles", "samples/balug-2019-05/linuxmafia/daemon.log*"];

    [Fact]
    public async Task HtmlSaysAllThatTheTextSays()
    {
        var text = await Run.Of(["report", .. Balug]);
        var page = Page((await Run.Of(["report", "--format", "html", .. Balug])).Output);
        var said = Words(string.Join(' ', page.Element("body")!.DescendantNodes().OfType<XText>().Select(node => node.Value))).ToHashSet();
        var wanted = Words(text.Output).Where(word => word.Any(char.IsAsciiLetterOrDigit) && !word.Contains("--format", StringComparison.Ordinal)).ToList();

        Assert.True(wanted.Count > 1000);
        wanted.RemoveAll(said.Contains);
        Assert.Empty(wanted);
    }

    [Fact]
    public async Task HtmlHasAPlotOfEachZoneThatWentBack()
    {
        var page = Page((await Run.Of(["report", "--format", "html", .. Balug])).Output);
        var plots = page.Descendants("svg").ToList();

        Assert.Equal(["balug.org", "sf-lug.com", "sf-lug.org", "sflug.org"], plots.Select(plot => plot.Element("title")!.Value.Split(' ')[2]));
        Assert.All(plots, plot =>
        {
            Assert.Contains(plot.Elements("path"), path => (string?)path.Attribute("class") == "offered");
            Assert.Contains(plot.Elements("path"), path => (string?)path.Attribute("class") == "held h0");
            Assert.DoesNotContain(plot.Descendants().Attributes(), attribute => attribute.Value.Contains("NaN", StringComparison.Ordinal) || attribute.Value.Contains('∞', StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("report --format html")]
    [InlineData("report --format html --table timeline")]
    [InlineData("report --format html --table episodes")]
    public async Task NothingFromALogIsMarkup(string command)
    {
        var run = await Run.Of(Run.World(Hostile), [.. command.Split(' '), "--year", "2019", "--log-zone", "UTC", "-"]);
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        var page = Page(run.Output);

        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "b" or "a" or "img");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName is "href" or "src");
        Assert.Contains("<script>alert(1)</script>.org", page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarkdownHasNoMarkupFromALog()
    {
        var run = await Run.Of(Run.World(Hostile), "report", "--format", "md", "--year", "2019", "--log-zone", "UTC", "-");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Errors));
        Assert.Contains(@"\<script\>alert(1)\</script\>.org", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<", run.Output.Replace(@"\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("](", run.Output.Replace(@"\](", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWorkbookIsWrittenWholeToAFile()
    {
        using var folder = new LogFolder();
        var run = await Run.Of(["report", "--format", "xlsx", "-o", folder["report.xlsx"], .. Balug]);
        Assert.Equal((ExitCode.Done, "", ""), (run.ExitCode, run.Output, run.Errors));
        using var zip = System.IO.Compression.ZipFile.OpenRead(folder["report.xlsx"]);
        using var part = zip.GetEntry("xl/workbook.xml")!.Open();
        var sheets = XDocument.Load(part).Descendants().Where(element => element.Name.LocalName == "sheet").Select(sheet => (string)sheet.Attribute("name")!).ToList();
        Assert.Equal(["provenance", "episodes", "timeline"], sheets.Take(3));
        Assert.Contains("findings", sheets);
    }

    [Fact]
    public async Task AWorkbookIsNotForATerminal()
    {
        var run = await Run.Of(Run.World() with { OutputIsTerminal = true }, "report", "--format", "xlsx", "nothing");
        Assert.Equal((ExitCode.Trouble, "", "logserialaudit: a workbook is no text for a terminal: name a file with --output FILE; see logserialaudit report --help\n"), (run.ExitCode, run.Output, run.Errors));
    }

    private static XElement Page(string html)
    {
        Assert.StartsWith("<!DOCTYPE html>\n", html, StringComparison.Ordinal);
        return XDocument.Parse(html["<!DOCTYPE html>\n".Length..]).Root!;
    }

    private static string[] Words(string text) => text.Split([' ', '\n', ':'], StringSplitOptions.RemoveEmptyEntries);
}
