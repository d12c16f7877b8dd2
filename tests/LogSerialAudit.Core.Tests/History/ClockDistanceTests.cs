using LogSerialAudit.History;

namespace LogSerialAudit.Core.Tests.History;

public sealed class ClockDistanceTests
{
    /// <summary>What happens; the transfers, each as primary's time, client, secondary's times of connection and transfer; what is said.</summary>
    public static TheoryData<string, string, string> Transfers => new()
    {
        { "nothing", "", "" },
        { "two transfers are too few", "10:00:00 192.0.2.7#1001 10:01:00 10:01:00; 11:00:00 192.0.2.7#1002 11:01:00 11:01:00", "" },
        { "ahead, with the port in both logs", "10:00:00 192.0.2.7#1001 10:01:00 10:01:00; 11:00:00 192.0.2.7#1002 11:01:00 11:01:01; 12:00:00 192.0.2.7#1003 12:01:00 12:01:00", "59..61 proven apart" },
        { "behind", "10:01:00 192.0.2.7#1001 10:00:00 10:00:00; 11:01:00 192.0.2.7#1002 11:00:00 11:00:00; 12:01:00 192.0.2.7#1003 12:00:00 12:00:00", "-61..-59 proven apart" },
        { "clocks that agree", "10:00:00 192.0.2.7#1001 10:00:00 10:00:00; 11:00:00 192.0.2.7#1002 11:00:00 11:00:01; 12:00:00 192.0.2.7#1003 12:00:00 12:00:00", "-1..1 proven" },
        { "a second says nothing", "10:00:00 192.0.2.7#1001 10:00:01 10:00:01; 11:00:00 192.0.2.7#1002 11:00:01 11:00:01; 12:00:00 192.0.2.7#1003 12:00:01 12:00:01", "0..2 proven" },
        { "a clock that was set in between", "10:00:00 192.0.2.7#1001 10:01:00 10:01:00; 11:00:00 192.0.2.7#1002 11:01:00 11:01:00; 12:00:00 192.0.2.7#1003 12:00:00 12:00:00", "" },
        { "slow transfers bound it loosely", "10:00:00 192.0.2.7#1001 10:01:00 10:09:00; 11:00:00 192.0.2.7#1002 11:01:00 11:08:00; 12:00:00 192.0.2.7#1003 12:01:00 12:07:00", "59..421 proven apart" },
        { "without ports, far apart", "10:00:00 192.0.2.7 10:01:00 10:01:00; 11:00:00 192.0.2.7 11:01:00 11:01:00; 12:00:00 192.0.2.7 12:01:00 12:01:00", "59..61 apart" },
        { "without ports, seconds may be a server between", "10:00:00 192.0.2.7 10:00:09 10:00:09; 11:00:00 192.0.2.7 11:00:09 11:00:09; 12:00:00 192.0.2.7 12:00:09 12:00:09", "8..10" },
        { "without ports, a server that asks when it likes", "10:00:00 192.0.2.7 10:01:00 10:01:00; 11:00:00 192.0.2.7 11:07:00 11:07:00; 12:00:00 192.0.2.7 12:03:00 12:03:00", "" },
    };

    [Theory]
    [MemberData(nameof(Transfers))]
    public void TransfersThatBothLogBoundTheClocks(string what, string transfers, string said)
    {
        var (given, taken) = (new List<string>(), new List<string>());
        foreach (var (words, place) in transfers.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((each, place) => (each.Split(' '), place)))
        {
            var (serial, hasPort) = (100 + place, words[1].Contains('#', StringComparison.Ordinal));
            given.Add($"{words[0]} p: | client {words[1]}{(hasPort ? "" : $"#{2000 + place}")} (a.example): transfer of 'a.example/IN': AXFR started (serial {serial})");
            taken.Add($"{words[2]} s: started; {words[2]} s: | transfer of 'a.example/IN' from 192.0.2.1#53: connected using {(hasPort ? words[1] : "192.0.2.1#53")}; {words[3]} s: transferred {serial}");
        }

        var clocks = Story.OfFiles(("p.log", string.Join(';', given)), ("s.log", string.Join(';', taken))).Propagation.Clocks;

        Assert.Equal((what, said), (what, string.Join("; ", clocks.Select(Told))));
    }

    [Fact]
    public void ATransferThatComesTwiceIsNotSetAgainstAnything()
    {
        var given = string.Join(';', Enumerable.Range(0, 6).Select(n => $"1{n}:00:00 p: | client 192.0.2.7#{n} (a.example): transfer of 'a.example/IN': AXFR started (serial {100 + (n % 3)})"));
        var taken = string.Join(';', Enumerable.Range(0, 3).Select(n => $"1{n}:05:00 s: started; 1{n}:05:00 s: transferred {100 + n}"));

        Assert.Empty(Story.OfFiles(("p.log", given), ("s.log", taken)).Propagation.Clocks);
    }

    /// <summary>Names that are made up so that every primary fits every secondary: looked into as far as there is room, and that is said.</summary>
    [Theory]
    [InlineData(30, 900, true)]
    [InlineData(1300, 0, false)]
    public void MoreServersThanCanBeComparedAreNotCompared(int servers, int distances, bool isWhole)
    {
        var steps = new System.Text.StringBuilder();
        for (var transfer = 0; transfer < 3; transfer++)
        {
            for (var server = 0; server < servers; server++)
            {
                steps.Append(System.Globalization.CultureInfo.InvariantCulture, $"1{transfer}:00 p{server}: | client 192.0.2.7#9 (a.example): transfer of 'a.example/IN': AXFR started (serial {100 + transfer}); 1{transfer}:05 s{server}: transferred {100 + transfer}; ");
            }
        }

        var propagation = Story.Of(steps.ToString()).Propagation;
        Assert.Equal(isWhole, propagation.ComparesAllClocks);
        Assert.True(isWhole ? propagation.Clocks.Count == distances : propagation.Clocks.Count < servers * servers);
    }

    private static string Told(ClockDistance distance) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{distance.Least?.TotalSeconds}..{distance.Most.TotalSeconds}{(distance.IsProven ? " proven" : "")}{(distance.IsApart ? " apart" : "")}");
}
