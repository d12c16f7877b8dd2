using System.Text.Json;
using LogSerialAudit.Daemons.Tests.Scenarios;

namespace LogSerialAudit.Daemons.Tests;

/// <summary>What the program must find in the logs of servers.</summary>
internal static class FindingsAssert
{
    /// <summary>All findings, the most important first.</summary>
    public static async Task<IReadOnlyList<(string Kind, string Confidence, string Statement)>> FindingsAsync(params string[] paths)
    {
        using var report = JsonDocument.Parse(await ReportAssert.RunAsync(["report", "--format", "json", .. paths]));
        return
        [
            .. report.RootElement.GetProperty("findings").EnumerateArray()
                .Select(finding => (Text(finding, "kind"), Text(finding, "confidence"), Text(finding, "statement"))),
        ];
    }

    /// <summary>There is one likely cause, told in words that begin so.</summary>
    public static void CauseIs(string statement, string confidence, IReadOnlyList<(string Kind, string Confidence, string Statement)> findings)
    {
        var cause = Assert.Single(findings, finding => finding.Kind == "likely-cause");
        Assert.StartsWith(statement, cause.Statement, StringComparison.Ordinal);
        Assert.Equal(confidence, cause.Confidence);
    }

    /// <summary>With the logs of both servers the cause is that a running primary loaded a lower serial.</summary>
    public static async Task TheZoneFileWasEditedAsync(Story story)
    {
        var findings = await FindingsAsync(story.LogFolder);
        CauseIs($"a zone file was edited to a lower serial, or an older one was put back: primary.log loaded {story.Zone.ToLowerInvariant()} with {story.Offered}", "strong", findings);
        Assert.Single(findings, finding => finding is { Kind: "loaded-lower", Confidence: "certain" });
        Assert.DoesNotContain(findings, finding => finding.Kind is "changed-beneath" or "ran-twice");
    }

    private static string Text(JsonElement finding, string name) => finding.GetProperty(name).GetString()!;
}
