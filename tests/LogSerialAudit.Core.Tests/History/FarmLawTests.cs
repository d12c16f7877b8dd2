using CsCheck;
using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Core.Tests.History;

public sealed class FarmLawTests
{
    private static readonly Gen<(int Seed, int Secondaries, bool NamesPorts, bool InOneFile)> Farms =
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[4, 7], Gen.Bool, Gen.Bool);

    [Fact]
    public void WhatIsToldIsWhatHappened() => Farms.Sample(
        made =>
        {
            var farm = new Farm(made.Seed, made.Secondaries, made.NamesPorts);
            var story = Story.OfLogs(farm.Logs(made.InOneFile));
            var zone = Assert.Single(story.Propagation.Zones);

            AssertTakings(farm, zone);
            AssertOthers(farm, story);
            AssertClocks(farm, story.Propagation.Clocks, made.NamesPorts);
        },
        iter: 60);

    private static void AssertTakings(Farm farm, ZonePropagation zone)
    {
        var start = Instant.FromUtc(2026, 5, 1, 0, 0);
        var told = zone.Rounds.SelectMany(round => round.Takings).Where(taking => taking.IsExact)
            .Select(taking => (taking.History.Observer.Name, taking.Serial.Value, (long)(taking.At.At - start).TotalMilliseconds, taking.From, taking.IsReturn));
        Assert.NotEmpty(farm.Taken);
        Assert.Equal(farm.Taken.Order(), told.Order());

        // Serial 1 is there twice: where the log begins, and after the step back.
        foreach (var taken in farm.Taken.Where(taken => taken.Serial != 1 || taken.IsBack))
        {
            var load = farm.Taken.First(made => made.Observer == "p" && made.Serial == taken.Serial);
            var round = zone.Rounds.Last(round => round.Serial.Value == taken.Serial);
            var lag = round.Takings.Single(taking => taking.History.Observer.Name == taken.Observer).Lag;
            long? expected = round.Takings.Count(taking => taking.IsTimed) < 2 ? null : taken.Milliseconds - load.Milliseconds;
            Assert.Equal(expected, (long?)lag?.TotalMilliseconds);
        }
    }

    private static void AssertOthers(Farm farm, Story story)
    {
        Assert.Equal(farm.Complaints.OrderBy(each => each.Key), story.Episodes.GroupBy(episode => episode.History.Observer.Name)
            .Select(own => KeyValuePair.Create(own.Key, (int)own.Sum(episode => episode.Complaints))).OrderBy(each => each.Key));
        var accounts = new OtherAccounts(story.Propagation, story.Episodes, story.SpansOf);
        foreach (var episode in story.Episodes)
        {
            foreach (var account in accounts.Of(episode))
            {
                var other = account.History.Observer.Name;
                Assert.Equal(
                    (other, other == "p" ? OtherStanding.MadeOffered
                        : other == $"s{Farm.AtOther}" ? OtherStanding.AsksOthers
                        : other == $"s{Farm.RotatedAway}" ? OtherStanding.NotCovered
                        : OtherStanding.Complained),
                    (other, account.Standing));
            }
        }
    }

    private static void AssertClocks(Farm farm, IReadOnlyList<ClockDistance> clocks, bool namesPorts)
    {
        if (namesPorts)
        {
            Assert.NotEmpty(clocks);
        }

        foreach (var clock in clocks.Where(clock => clock.IsProven || clock.IsApart))
        {
            Assert.NotEqual($"s{Farm.AtOther}", clock.Secondary.Name);
            var ahead = Duration.FromSeconds(farm.Ahead(clock.Secondary.Name) - farm.Ahead(clock.Primary.Name));
            Assert.True(clock.Least <= ahead && ahead <= clock.Most, clock.ToString());
        }
    }
}
