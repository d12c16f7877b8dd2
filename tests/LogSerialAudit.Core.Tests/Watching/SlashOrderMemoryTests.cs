using System.Globalization;
using LogSerialAudit.Core.Tests.Sources;
using LogSerialAudit.Dating;
using LogSerialAudit.Lines;
using LogSerialAudit.Watching.State;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Watching;

/// <summary>What a check has seen of the order of day and month in dates with slashes, the next one knows.</summary>
public sealed class SlashOrderMemoryTests : IDisposable
{
    private static readonly DatingOptions Utc = new() { LogZone = DateTimeZone.Utc, Now = Instant.FromUtc(2025, 12, 31, 0, 0) };
    private readonly TempFolder _folder = new();
    private readonly WrittenLog _log;
    private int _line;

    public SlashOrderMemoryTests() => _log = new WrittenLog(_folder.Path, "daemon.log");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("13/07/2025", "10/08/2025", "10-Aug day-unsure")]
    [InlineData("07/13/2025", "10/08/2025", "08-Oct day-unsure")]
    [InlineData("07/13/2025 15/07/2025", "10/08/2025", "undated")]
    [InlineData("07/13/2025", "10/08/2025 15/08/2025", "15-Aug, undated")]
    [InlineData("10/07/2025", "10/08/2025", "undated")]
    [InlineData("10/07/2025", "10/08/2025 15/08/2025", "10-Aug day-unsure, 15-Aug")]
    public void ALaterCheckReadsByWhatAnEarlierOneSaw(string first, string then, string expected)
    {
        Assert.Equal("", Check(first, Rotation.None, offered: false));
        Assert.Equal(expected, Check(then, Rotation.None, offered: true));
    }

    [Theory]
    [InlineData("13/07/2025", "10/08/2025", "10-Aug day-unsure")]
    [InlineData("13/07/2025 07/15/2025", "10/08/2025", "undated")]
    [InlineData("13/07/2025 07/15/2025", "10/08/2025 15/08/2025", "10-Aug day-unsure, 15-Aug")]
    [InlineData("13/07/2025", "10/08/2025 08/15/2025", "15-Aug, undated")]
    public void ANewFileGoesOnAsTheOneBeforeItButNotInItsContradictions(string first, string then, string expected)
    {
        Assert.Equal("", Check(first, Rotation.None, offered: false));
        Assert.Equal(expected, Check(then, Rotation.Create, offered: true));
    }

    [Fact]
    public void AStateOfAnEarlierVersionKnowsNoOrder()
    {
        Check("13/07/2025", Rotation.None, offered: false);
        Assert.Equal(SlashOrder.DayFirst, Assert.Single(State().Logs).Slashes);
        Assert.Contains("\"slashes\":\"DayFirst\"", System.Text.Encoding.UTF8.GetString(StateJson.Write(State())), StringComparison.Ordinal);

        StateFile.Replace(StatePath, State() with { Logs = [Assert.Single(State().Logs) with { Slashes = SlashOrder.Unknown }] }, StateDisk.Real);
        Assert.DoesNotContain("slashes", File.ReadAllText(StatePath), StringComparison.Ordinal);
        Assert.Equal("undated", Check("10/08/2025", Rotation.None, offered: true));
    }

    private string StatePath => Path.Combine(_folder.Path, "state");

    private WatchState State()
    {
        Assert.True(StateFile.TryRead(StatePath, out var state, out _));
        return state!;
    }

    /// <summary>Rotates, writes a line a date, of which the first may be a complaint, and checks; what is told of it.</summary>
    private string Check(string dates, Rotation how, bool offered)
    {
        _log.Rotate(how);
        foreach (var date in dates.Split(' '))
        {
            var serial = offered ? "serial number (5) received from master 192.0.2.1#53 < ours (9)" : "transferred serial 9";
            _log.Append(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{date} 10:05:{_line++:00} ns1 named[1]: zone example.org/IN: {serial}\n")));
            offered = false;
        }

        return string.Join(", ", new Watched(StatePath, Utc).Check(Utc.Now, _log.Path)
            .Where(change => change.Episode is not null)
            .Select(change => $"{(change.At.Exists ? change.At.At.ToString("dd-MMM", CultureInfo.InvariantCulture) : "")} {change.At.Words()}".Trim()));
    }
}
