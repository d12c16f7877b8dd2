using System.Globalization;
using LogSerialAudit.History;

namespace LogSerialAudit.Core.Tests.History;

public sealed class PropagationTests
{
    /// <summary>
    /// What happens; the steps; the rounds as <c>SERIAL OBSERVER[ +SECONDS]...</c>, <c>~</c> where a line only shows that the
    /// serial was there by then, <c>*</c> where lags start.
    /// </summary>
    public static TheoryData<string, string, string> Stories => new()
    {
        { "nothing", "", "" },
        { "no serial is shown", "10:00 s1: A notifies; 10:01 s1: A is down", "" },
        { "one secondary has nothing to be set against", "10:00 s1: A gives 100; 11:00 s1: A gives 110", "100 s1*; 110 s1*" },
        { "two secondaries", "10:00 s1: A gives 100; 10:05 s2: A gives 100; 11:00 s2: A gives 110; 11:01 s1: A gives 110", "100 s1*+0 s2+300; 110 s2*+0 s1+60" },
        { "the primary's own load", "09:00 p: loaded 90; 10:00 p: loaded 100; 10:00:02 s1: A gives 100; 10:05 s2: A gives 100", "90 p~; 100 p*+0 s1+2 s2+300" },
        { "a load where the primary's log begins may be a restart", "10:00 p: loaded 100; 10:00:02 s1: A gives 100; 10:05 s2: A gives 100", "100 p~ s1*+0 s2+298" },
        { "a step back where it begins is none", "10:00 p: | zone a.example/IN: zone serial (90/100) has gone backwards; 10:10 s1: transferred 90", "90 p*+0 s1+600" },
        { "a dynamic zone is known by its notifies", "09:00 p: loaded 90; 10:00 p: | zone a.example/IN: sending notifies (serial 91); 10:01 s1: A gives 91", "90 p~; 91 p*+0 s1+60" },
        { "a secondary's notifies add nothing", "10:00 s1: A gives 100; 10:00:01 s1: | zone a.example/IN: sending notifies (serial 100)", "100 s1*" },
        { "a secondary that restarts", "10:00 s1: A gives 100; 11:00 s1: starts; 11:00 s1: loaded 100", "100 s1*" },
        { "a secondary's load where its log begins", "10:00 s1: loaded 100; 10:01 s2: A gives 100; 10:02 s1: A notifies", "100 s1~ s2*" },
        { "what a complaint says is held", "10:00 s2: A gives 100; 11:00 s1: A 90<100; 11:30 s2: A 90<100", "100 s2* s1~" },
        { "what a question says is held", "10:00 s2: A gives 100; 11:00 s1: A asks 100; 11:01 s1: A gives 110; 11:02 s2: A gives 110", "100 s2* s1~; 110 s1*+0 s2+60" },
        { "a failed transfer gives nothing", "10:00 s1: A gives 100; 10:05 s2: A fails", "100 s1*" },
        { "only totals are logged", "10:00 s1: A gives 100; 10:05 s2: A status success; 10:05 s2: A completed 100", "100 s1*+0 s2+300" },
        { "a serial skipped", "10:00 s1: A gives 100; 10:10 s1: A gives 110; 10:11 s2: A gives 110", "100 s1*; 110 s1*+0 s2+60" },
        { "clocks that disagree", "09:00 p: loaded 90; 09:59 s1: A gives 100; 10:00 p: loaded 100", "90 p~; 100 s1-60 p*+0" },
        { "a primary goes back and one follows", "09:00 p: loaded 90; 09:01 s1: A gives 90; 10:00 p: loaded 100; 10:01 s1: A gives 100; 11:00 p: loaded 90; 12:00 s1: A gives 90", "90 p~ s1*; 100 p*+0 s1+60; 90 p*+0 s1+3600" },
        { "back where the primary's log begins late", "09:01 s1: A gives 90; 10:01 s1: A gives 100; 11:00 p: | zone a.example/IN: zone serial (90/100) has gone backwards; 12:00 s1: A gives 90", "90 s1*; 100 s1*; 90 p*+0 s1+3600" },
        { "one that never left does not take part in the return", "09:01 s2: A gives 90; 10:01 s1: A gives 100; 11:00 p: | zone a.example/IN: zone serial (90/100) has gone backwards; 12:00 s1: A gives 90", "90 s2*; 100 s1*; 90 p*+0 s1+3600" },
        { "a return without the primary's log", "09:00 s1: A gives 90; 09:00 s2: A gives 90; 10:00 s1: A gives 100; 10:00 s2: A gives 100; 11:00 s1: A gives 90; 12:00 s2: A gives 90", "90 s1*+0 s2+0; 100 s1*+0 s2+0; 90 s1*+0 s2+3600" },
        { "a return seen by a clock that is behind", "09:00 p: loaded 90; 09:01 s1: A gives 90; 10:00 p: loaded 100; 10:01 s1: A gives 100; 10:59 s1: A gives 90; 11:00 p: loaded 90", "90 p~ s1*; 100 p*+0 s1+60; 90 s1-60 p*+0" },
        { "two primaries", "09:00 p: loaded 90; 09:00 q: loaded 90; 10:00 p: loaded 100; 10:05 q: loaded 100; 10:06 s1: B gives 100", "90 p~ q~; 100 p*+0 q+300 s1+360" },
        { "views are a server's own", "10:00 s1: A gives 100 @a.example/IN/int; 10:01 s2: A gives 100 @a.example/IN", "100 s1*+0 s2+60" },
        { "two views of one server part a zone", "10:00 s1: A gives 100 @a.example/IN/int; 10:00 s1: A gives 100 @a.example/IN/ext; 10:01 s2: A gives 100 @a.example/IN/int", "100 s1*; 100 s1*+0 s2+60" },
        { "classes part a zone", "10:00 s1: A gives 100; 10:01 s2: | zone a.example/CH: transferred serial 100", "100 s2*; 100 s1*" },
        { "a signed zone is served signed", "09:00 p: | zone a.example/IN (signed): serial 5 (unsigned 4); 10:00 p: | zone a.example/IN (signed): serial 7 (unsigned 6); 10:01 s1: A gives 7", "5 p~; 7 p*+0 s1+60" },
        { "the unsigned version stands by itself", "09:00 p: loaded 6 @a.example/IN (unsigned); 10:00 s1: A gives 6", "6 s1*; 6 p~" },
        { "a signer that takes it from elsewhere", "10:00 p: loaded 5; 10:01 p: loaded 6; 10:02 q: A gives 6 @a.example/IN (unsigned); 10:03 q: | zone a.example/IN (signed): serial 6 (unsigned 6); 10:04 s1: B gives 6", "5 p~; 6 p*+0 s1+180; 6 q*; 6 q~" },
        { "lines about the server", "10:00 s1: | managed-keys-zone: loaded serial 5", "" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void RoundsAreWhatTheLinesShow(string what, string steps, string rounds)
    {
        var files = steps.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).GroupBy(HostOf).OrderBy(host => host.Key, StringComparer.Ordinal)
            .Select(host => ($"{host.Key}.log", string.Join(';', host)));

        Assert.Equal((what, rounds), (what, Told(Story.OfFiles([.. files]))));
    }

    [Fact]
    public void ATransferNamesWhereItCameFromAsSoonAsALineDoes()
    {
        var story = Story.Of("10:00 s1: A gives 100; 10:10 s1: transferred 110; 10:10 s1: B status success; 10:20 s1: transferred 120; 10:30 s1: transferred 130; 10:31 s1: A gives 140");

        var from = story.Propagation.Zones.Single().Rounds.Select(round => round.Takings.Single().From);

        Assert.Equal(["192.0.2.1#53", "192.0.2.2#53", "", "", "192.0.2.1#53"], from);
    }

    [Fact]
    public void TheSpreadIsBetweenSecondaries()
    {
        var story = Story.Of("09:00 p: loaded 90; 10:00 p: loaded 100; 10:05 s1: A gives 100; 10:07 s2: A gives 100; 10:06 s3: loaded 100; 10:08 s3: A notifies");

        var round = story.Propagation.Zones.Single().Rounds[^1];

        Assert.Equal(NodaTime.Duration.FromMinutes(2), round.Spread);
        Assert.Equal(["s1", "s2"], round.Transfers.Select(taking => taking.History.Observer.Name));
    }

    internal static string Told(Story story) => string.Join("; ", story.Propagation.Zones.SelectMany(zone => zone.Rounds).Select(round =>
        $"{round.Serial} {string.Join(' ', round.Takings.Select(taking => Told(taking, round)))}"));

    private static string Told(SerialTaking taking, SerialRound round) => string.Create(
        CultureInfo.InvariantCulture,
        $"{taking.History.Observer.Name}{(taking.IsExact ? "" : "~")}{(taking == round.Start ? "*" : "")}{(taking.Lag is { } lag ? $"{(lag.TotalSeconds < 0 ? "" : "+")}{lag.TotalSeconds}" : "")}");

    private static string HostOf(string step) => step.Split(' ')[1].TrimEnd(':');

    /// <summary>A stamp without a fraction is cut off: a serial that came within its second came neither before nor after another of that second.</summary>
    [Theory]
    [InlineData("10:00:00.900", "10:00:00", 0, false)]
    [InlineData("10:00:00", "10:00:00.900", 0, false)]
    [InlineData("10:00:00.100", "10:00:00.900", 800, true)]
    [InlineData("10:00:00.900", "10:00:01.100", 200, true)]
    [InlineData("10:00:00", "10:00:01.100", 1000, true)]
    [InlineData("10:00:00", "10:00:01", 1000, true)]
    [InlineData("10:00:00", "10:00:00", 0, false)]
    public void WholeSecondsAreNotSetAgainstFractionsOfThem(string primary, string secondary, int lag, bool isAfter)
    {
        var zone = Assert.Single(Story.OfLog($"2019-05-25T09:00:00Z p named[1]: zone a.example/IN: loaded serial 9\n2019-05-25T{primary}Z p named[1]: zone a.example/IN: loaded serial 10\n"
            + $"2019-05-25T{secondary}Z s named[1]: zone a.example/IN: transferred serial 10\n").Propagation.Zones);
        var round = zone.Rounds.Single(round => round.Serial.Value == 10);
        var (loaded, taken) = (round.Takings.Single(taking => zone.IsPrimary(taking.History)), round.Takings.Single(taking => !zone.IsPrimary(taking.History)));
        Assert.Equal(NodaTime.Duration.FromMilliseconds(lag), round.LagOf(taken));
        Assert.Equal(isAfter, taken.IsAfter(loaded));
    }
}
