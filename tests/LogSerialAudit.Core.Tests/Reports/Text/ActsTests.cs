using LogSerialAudit.Core.Tests.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Text;

namespace LogSerialAudit.Core.Tests.Reports.Text;

/// <summary>What of a history's rows is shown to people; steps are told as <see cref="Story"/> says.</summary>
public sealed class ActsTests
{
    private const string Knot = "| [a.example.] refresh, remote 192.0.2.1@53,";
    private const string KnotRefused = "| [a.example.] refresh, address 192.0.2.1@53, failed (processing error)";
    private const string KnotFailed = "| [a.example.] refresh, failed (no usable master), next retry at 2019-05-25T12:00:00+0000";
    private const string Nsd = "| xfrd: zone a.example ignoring old serial (100/90) from 192.0.2.1@53";

    /// <summary>What happens; the steps; the kinds of the rows, with their counts.</summary>
    public static TheoryData<string, string, string> Stories => new()
    {
        { "Knot's refresh that found less is one row", $"11:00 {Knot} remote serial 90, remote is outdated; 11:00 {KnotRefused}; 11:00 {KnotFailed}; 12:00 {Knot} remote serial 90, remote is outdated; 12:00 {KnotRefused}; 12:00 {KnotFailed}", "rollback-offered x2" },
        { "that of another primary is told", $"11:00 {Knot} remote serial 90, remote is outdated; 11:00 {KnotRefused.Replace("2.1@", "2.2@", StringComparison.Ordinal)}; 11:00 {KnotFailed}", "rollback-offered x1; refresh-failed x1" },
        { "so is one that comes later", $"11:00 {Knot} remote serial 90, remote is outdated; 11:10 {KnotFailed}", "rollback-offered x1; refresh-failed x1" },
        { "and one without a complaint", $"11:00 {KnotFailed}", "refresh-failed x1" },
        { "and one after a refresh that found more", $"11:00 {Knot} remote serial 110, zone is outdated; 11:00 {KnotRefused}", "soa-checked x1; refresh-failed x1" },
        { "two primaries asked in turn are two rows", "11:00 B is down; 11:00 A 90<100; 12:00 B is down; 12:00 A 90<100; 13:00 B is down; 13:00 A 90<100", "refresh-failed x3; rollback-offered x3" },
        { "until something else happens", "11:00 B is down; 11:00 A 90<100; 11:30 A notifies; 12:00 B is down; 12:00 A 90<100", "refresh-failed x1; rollback-offered x1; notify-up-to-date x1; refresh-failed x1; rollback-offered x1" },
        { "what one primary offers in turn is told in turn", "11:00 A 90<100; 12:00 A 91<100; 13:00 A 90<100", "rollback-offered x1; rollback-offered x1; rollback-offered x1" },
        { "and where another pair is offered", "11:00 B is down; 11:00 A 90<100; 12:00 B is down; 12:00 A 91<100", "refresh-failed x2; rollback-offered x1; rollback-offered x1" },
        { "NSD's transfer that found less is one row", $"11:00 {Nsd}; 11:00 | xfrd: zone a.example bad transfer 0 from 192.0.2.1@53; 12:00 {Nsd}; 12:00 | xfrd: zone a.example bad transfer 0 from 192.0.2.1@53", "rollback-offered x2" },
        { "a transfer that was bad otherwise is told", "11:00 | xfrd: zone a.example bad transfer 0 from 192.0.2.1@53", "transfer-failed x1" },
        { "BIND's debug line is of the complaint after it", "11:00 checked 90/100; 11:00 A 90<100; 12:00 checked 90/100; 12:00 A 90<100", "rollback-offered x2" },
        { "where it has other serials it is told", "11:00 checked 91/100; 11:00 A 90<100", "soa-checked x1; rollback-offered x1" },
        { "where no complaint follows it is told", "11:00 checked 90/100; 12:00 checked 90/100", "soa-checked x2" },
        { "Unbound's probe that found less is one row", "10:00 | auth zone a.example. updated to serial 100; 11:00 | auth zone a.example.: soa probe serial is 90; 11:00 | auth_zone a.example. unchanged, new lease, wait; 12:00 | auth zone a.example.: soa probe serial is 90; 12:00 | auth_zone a.example. unchanged, new lease, wait", "transferred x1; soa-checked x2" },
        { "a probe that found the same says so", "10:00 | auth zone a.example. updated to serial 100; 11:00 | auth zone a.example.: soa probe serial is 100; 11:00 | auth_zone a.example. unchanged, new lease, wait", "transferred x1; soa-checked x1; transfer-not-newer x1" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void TheLinesOfOneRefreshThatFoundLessAreOneRow(string what, string steps, string rows)
    {
        Assert.NotEmpty(what);
        var timeline = new Timeline();
        var story = Story.Of(steps);
        foreach (var row in story.Rows)
        {
            timeline.Add(row);
        }

        Assert.Equal(rows, string.Join("; ", Acts.Of(timeline.Of(story.Rows[0].History)).Select(row => $"{row.First.Kind.Word()} x{row.Count}")));
    }
}
