using LogSerialAudit.Evidence.Vms;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Evidence;

/// <summary>Runs of a virtual machine, and where two of them lie over each other. Times are hours.</summary>
public sealed class VmRunTests
{
    /// <summary>Each host's starts (+) and stops (-), and the rows of both with a star on starts inside the other's run.</summary>
    public static TheoryData<string, string, string> Machines => new()
    {
        { "+1 -3", "+4 -6", "a+1 a-3 b+4 b-6" },
        { "+1 -3", "+3 -6", "a+1 a-3 b+3 b-6" },
        { "+1 -5", "+4 -6", "a+1 b+4* a-5 b-6" },
        { "+4 -6", "+1 -5", "b+1 a+4* b-5 a-6" },
        { "+1 -9", "+2 -3 +4 -5", "a+1 b+2* b-3 b+4* b-5 a-9" },
        { "+1", "+5 -6", "a+1 b+5* b-6" },
        { "+1 +8 -9", "+5 -6", "a+1 b+5* b-6 a+8 a-9" },
        { "+1 +8 -9", "+10 -11", "a+1 a+8 a-9 b+10 b-11" },
        { "-4", "+1 -3", "b+1 b-3 a-4" },
        { "-4", "+5", "a-4 b+5" },
        { "+1 -2", "", "a+1 a-2" },
        { "+1 -5", "+1 -5", "a+1 b+1* a-5 b-5" },

        // Moved while it runs: m is a stop because it has migrated.
        { "+1 m5", "+4 -6", "a+1 b+4 a-5 b-6" },
        { "+1 m5", "+4", "a+1 b+4 a-5" },
        { "+1 m5 +7", "+4 m8", "a+1 b+4 a-5 a+7 b-8" },
        { "+1 m9", "+4 -6", "a+1 b+4* b-6 a-9" },
        { "+1 m5", "+2 -3 +4", "a+1 b+2* b-3 b+4 a-5" },
    };

    [Theory]
    [MemberData(nameof(Machines))]
    public void AStartInsideAnotherHostsRunIsStarred(string one, string other, string rows)
    {
        var timeline = VmTimeline.Of([Log("alpha", one), Log("beta", other)]);
        Assert.Equal(rows, string.Join(' ', timeline.Select(row =>
            $"{row.Letter}{(row.Entry.Kind == VmEntryKind.Start ? '+' : '-')}{row.Entry.At.ToUnixTimeSeconds() / 3600}{(row.IsInside ? "*" : "")}")));
    }

    [Theory]
    [InlineData("+1 -5", "+4 -6", 4, 5, true)]
    [InlineData("+1 +8", "+4 -6", 4, 6, false)]
    [InlineData("+1 +6 -8", "+4 -5", 4, 5, false)]
    [InlineData("+1", "+4 -6", 4, 6, false)]
    [InlineData("+1 -9", "+4", 4, 9, true)]
    public void AnOverlapEndsWithTheFirstOfBothAndIsCertainWhereTheStopIsLogged(string one, string other, int from, int to, bool isCertain)
    {
        var overlap = Assert.Single(VmOverlap.Of([Log("alpha", one), Log("beta", other)]));
        Assert.Equal((Hour(from), Hour(to), isCertain), (overlap.From, overlap.To, overlap.IsCertain));
    }

    [Fact]
    public void HostsWhoseNamesBeginAlikeHaveMoreLetters() =>
        Assert.Equal(["vi", "vo"], VmTimeline.Of([Log("vicki", "+1"), Log("volker", "+2")]).Select(row => row.Letter));

    /// <summary>Whatever the hours, shifted ones overlap alike, and the order in which hosts are named makes no difference.</summary>
    [Theory]
    [MemberData(nameof(Machines))]
    public void ShiftedTimesAndTurnedHostsOverlapAlike(string one, string other, string rows)
    {
        Assert.NotEmpty(rows);
        var plain = VmOverlap.Of([Log("alpha", one), Log("beta", other)]);
        var turned = VmOverlap.Of([Log("beta", other), Log("alpha", one)]);
        var shifted = VmOverlap.Of([Log("alpha", one, 1000), Log("beta", other, 1000)]);
        Assert.Equal(plain.Select(overlap => (overlap.From, overlap.To)), turned.Select(overlap => (overlap.From, overlap.To)));
        Assert.Equal(plain.Select(overlap => overlap.From + Duration.FromHours(1000)), shifted.Select(overlap => overlap.From));
    }

    private static Instant Hour(int hour) => Instant.FromUnixTimeSeconds(hour * 3600);

    private static VmLog Log(string host, string entries, int shift = 0) => new(
        host,
        [
            .. entries.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((entry, line) => new VmEntry(
                host, Hour(int.Parse(entry[1..], null) + shift), entry[0] == '+' ? VmEntryKind.Start : VmEntryKind.Stop, entry[0] == 'm' ? "migrated" : null, entry, new SourceLine(host, line + 1))),
        ]);
}
