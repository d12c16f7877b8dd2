using System.Globalization;
using LogSerialAudit.History.Primaries;

namespace LogSerialAudit.Core.Tests.History;

/// <summary>The serials of zones in their primaries' own logs.</summary>
public sealed class PrimarySerialsTests
{
    private const string Raw = " @a.example/IN (unsigned)";
    private const string NotInJournal = "| client 192.0.2.9#4000 (a.example): transfer of 'a.example/IN': IXFR version not in journal, falling back to AXFR";

    /// <summary>
    /// What happens; the steps; and what is told: served serials, unsigned ones after <c>raw</c>, <c>!</c> before what goes not forward,
    /// followed bumps, and what is remarkable.
    /// </summary>
    public static TheoryData<string, string, string> Stories => new()
    {
        { "nothing", "", "" },
        { "a secondary has none", "10:00 A gives 100; 11:00 A gives 110; 12:00 loaded 110", "" },
        { "only forward", "10:00 loaded 100; 11:00 loaded 110; 12:00 loaded 120", "100>120 of 3" },
        { "the same again is no step", "10:00 loaded 100; 11:00 starts; 11:00 loaded 100; 12:00 loaded 110", "100>110 of 2" },
        { "past the end of all numbers is forward", "10:00 loaded 4294967290; 11:00 loaded 5", "4294967290>5 of 2" },
        { "half the numbers away is not", "10:00 loaded 0; 11:00 loaded 2147483648", "0>2147483648 of 2 !2147483648<0" },
        { "a reload of a lower serial is said by the server", "10:00 loaded 100; 11:00 | zone a.example/IN: zone serial (90/100) has gone backwards; 11:00 loaded 90", "100>90 of 2 !90<100 said" },
        { "a lower serial after a start is not said", "10:00 loaded 100; 11:00 starts; 11:00 loaded 90; 12:00 loaded 100", "100>100 of 3 !90<100" },
        { "a log that begins with the reload", "11:00 | zone a.example/IN: zone serial (90/100) has gone backwards; 11:00 loaded 90", "90>90 of 1 !90<100 said" },
        { "a dynamic zone is known by its notifies", "10:00 loaded 100; 11:00 | zone a.example/IN: sending notifies (serial 101); 12:00 | zone a.example/IN: sending notifies (serial 102)", "100>102 of 3" },
        { "the signed version follows at once", $"10:00 loaded 100{Raw}; 10:00 | zone a.example/IN (signed): loaded serial 100; 11:00 loaded 110{Raw}; 11:00:01 | zone a.example/IN (signed): serial 111 (unsigned 110)", "100>111 of 2 raw 100>110 of 2 followed 1/1 in 1s" },
        { "the signed version is ahead already", $"10:00 loaded 100{Raw}; 10:00 | zone a.example/IN (signed): loaded serial 150; 11:00 loaded 110{Raw}; 12:00 loaded 120{Raw}", "150>150 of 1 raw 100>120 of 3 followed 2/2" },
        { "the signed version follows late", $"10:00 loaded 100{Raw}; 10:00 | zone a.example/IN (signed): loaded serial 100; 11:00 loaded 110{Raw}; 11:30 | zone a.example/IN (signed): serial 111 (unsigned 110)", "100>111 of 2 raw 100>110 of 2 followed 0/1 late 110 after 1800s" },
        { "the signed version does not follow", $"10:00 loaded 100{Raw}; 10:00 | zone a.example/IN (signed): loaded serial 100; 11:00 loaded 110{Raw}; 12:00 starts", "100>100 of 1 raw 100>110 of 2 followed 0/1 late 110" },
        { "the log ends before it could", $"10:00 loaded 100{Raw}; 10:00 | zone a.example/IN (signed): loaded serial 100; 11:00 loaded 110{Raw}", "100>100 of 1 raw 100>110 of 2 followed 0/1" },
        { "a signed version below the unsigned one", $"10:00 loaded 100{Raw}; 10:00 | zone a.example/IN (signed): loaded serial 120; 11:00 starts; 11:00 | zone a.example/IN (signed): loaded serial 90", "120>90 of 2 !90<120 raw 100>100 of 1 followed 0/0 below 90" },
        { "two bumps, one step", $"10:00 loaded 100{Raw}; 10:00 | zone a.example/IN (signed): loaded serial 100; 11:00 loaded 110{Raw}; 11:00:05 loaded 115{Raw}; 11:00:09 | zone a.example/IN (signed): serial 115 (unsigned 115)", "100>115 of 2 raw 100>115 of 3 followed 2/2 in 9s" },
        { "an older unsigned version that is refused", $"10:00 loaded 100{Raw}; 10:00 | zone a.example/IN (signed): loaded serial 100; 11:00 | zone a.example/IN (unsigned): ixfr-from-differences: new serial (90) out of range [101 - 2147483747]", "100>100 of 1 raw 100>100 of 1 followed 0/0 refused 90" },
        { "changes that the journal lacks right after a start", $"10:00 starts; 10:00 loaded 100; 10:05 {NotInJournal}", "100>100 of 1 gap after 300s" },
        { "changes that the journal lacks long after a start", $"10:00 starts; 10:00 loaded 100; 12:05 {NotInJournal}", "100>100 of 1 gap" },
        { "a secondary that has more than the primary", $"10:00 starts; 10:00 loaded 100; 12:05 {NotInJournal} (serial 120)", "100>100 of 1 gap ahead 120" },
        { "a whole zone for another reason", "10:00 starts; 10:00 loaded 100; 10:05 | client 192.0.2.9#4000 (a.example): transfer of 'a.example/IN': IXFR delta size (5 bytes) exceeds the maximum ratio to database size (4 bytes), falling back to AXFR", "100>100 of 1" },
        { "zones and views by themselves", "10:00 loaded 100 @b.example/IN; 10:00 loaded 7 @a.example/IN/ext; 10:00 loaded 9 @a.example/IN/int", "7>7 of 1; 9>9 of 1; 100>100 of 1" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void ItIsToldWhatThePrimariesOwnLogShows(string what, string steps, string told)
    {
        var zones = Story.Of(steps).PrimarySerials;

        Assert.Equal((what, told), (what, string.Join("; ", zones.Select(Told))));
        Assert.All(zones, zone => Assert.Equal(!told.Contains('!', StringComparison.Ordinal), zone.GoesOnlyForward));
    }

    private static string Told(PrimarySerials zone)
    {
        var words = new List<string> { Of(zone.Served) };
        if (zone.IsSigned)
        {
            words.Add($"raw {Of(zone.Raw)} followed {zone.BumpsFollowed}/{zone.Bumps}{(zone.Slowest is { } slowest ? string.Create(CultureInfo.InvariantCulture, $" in {slowest.TotalSeconds}s") : "")}");
        }

        words.AddRange(zone.LateBumps.Select(bump => $"late {bump.Raw.To}{(bump.Delay is { } delay ? string.Create(CultureInfo.InvariantCulture, $" after {delay.TotalSeconds}s") : "")}"));
        words.AddRange(zone.SignedBelowRaw.Select(step => $"below {step.To}"));
        words.AddRange(zone.Refused.Select(step => $"refused {step.To}"));
        words.AddRange(zone.JournalGaps.Select(gap => $"gap{(gap.IsRightAfterStart ? string.Create(CultureInfo.InvariantCulture, $" after {gap.SinceStart!.Value.TotalSeconds}s") : "")}{(gap.IsAhead ? $" ahead {gap.Held}" : "")}"));
        return string.Join(' ', words);
    }

    private static string Of(SerialSequence sequence) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sequence.First?.To}>{sequence.Last?.To} of {sequence.Serials}{string.Concat(sequence.Setbacks.Select(step => $" !{step.To}<{step.From}{(step.IsSaid ? " said" : "")}"))}");
}
