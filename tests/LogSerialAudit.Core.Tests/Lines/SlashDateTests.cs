using LogSerialAudit.Events;
using LogSerialAudit.Explanations;
using LogSerialAudit.History;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports.Text;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>Dates with slashes: whether the day or the month stands first, the log has to show.</summary>
public sealed class SlashDateTests
{
    private const string Either = "10/07/2025 10:05:36 ns1 named[17]: x";

    /// <summary>What it is; the lines; the stamp of each, <c>-</c> where it has none.</summary>
    public static TheoryData<string, string[], string[]> Logs => new()
    {
        { "either", [Either], ["-"] },
        { "the same number twice", ["07/07/2025 10:05:36 ns1 named[17]: x", Either], ["2025-07-07 10:05:36", "-"] },
        { "the day first, from the line on that shows it", [Either, "13/07/2025 10:05:36 ns1 named[17]: x", Either], ["-", "2025-07-13 10:05:36", "2025-07-10 10:05:36"] },
        { "the month first", [Either, "7/13/2025 10:05:36 ns1 named[17]: x", Either], ["-", "2025-07-13 10:05:36", "2025-10-07 10:05:36"] },
        { "a line of another program shows it", ["13/07/2025 10:05:36 ns1 sshd[17]: x", Either], ["2025-07-13 10:05:36", "2025-07-10 10:05:36"] },
        { "both", ["13/07/2025 10:05:36 ns1 named[17]: x", "7/14/2025 10:05:36 ns1 named[17]: x", Either], ["2025-07-13 10:05:36", "2025-07-14 10:05:36", "-"] },
        { "no date shows nothing", ["31/02/2025 10:05:36 ns1 sshd[17]: x", "13/13/2025 10:05:36 ns1 sshd[17]: x", Either], ["-", "-", "2025-07-10 10:05:36"] },
    };

    [Theory]
    [MemberData(nameof(Logs))]
    public void ADateIsReadOnlyWhereTheLogShowsItsOrder(string what, string[] lines, string[] stamps) =>
        Assert.Equal((what, string.Join(", ", stamps)), (what, string.Join(", ", Wrapped.Read(lines).Select(line => line.Split(" | ")[0]))));

    [Fact]
    public void ALineWithoutADateHasItsHostAndMessageAllTheSame() =>
        Assert.Equal(["- | ns1 | named[17] | x"], Wrapped.Read(Either));

    [Theory]
    [InlineData(Either, "syslog with a date of slashes", "10/07/2025 10:05:36 (day and month could be exchanged;", "none: it could be two days")]
    [InlineData("10/7/2025 9:05:36 PM zone a/IN: expired", "a date of slashes, no host or program", "10/7/2025 9:05:36 PM (day and month could be exchanged;", "none: it could be two days")]
    [InlineData("13/07/2025 10:05:36 ns1 named[17]: x", "syslog with a date of slashes, the day first", "13/07/2025 10:05:36 (a year, no offset)", "none: nothing dates the line")]
    [InlineData("31/02/2025 10:05:36 ns1 named[17]: x", "syslog with a date that is not read", "none", "none: it is no time, or could be two")]
    [InlineData("10/07/2025 ns1 named[17]: x and more", "none: the line is all message", "none", "none: the line has no stamp")]
    public void AnExplanationSaysThatItCouldBeTwoDays(string line, string form, string stamp, string date)
    {
        using var writer = new StringWriter();
        var reading = LineReading.Of(Shown.Bytes(line), Catalogue.BuiltIn);
        new ExplanationText(Catalogue.BuiltIn, DateTimeZone.Utc, writer, hasColor: false)
            .Write(new LineExplanation(new SourceLine("daemon.log", 1), line, reading, LineDate.None) { Outcome = LineOutcome.NoMatch });

        var text = writer.ToString();
        Assert.Contains($"  envelope  {form}\n", text, StringComparison.Ordinal);
        Assert.Contains($"  stamp     {stamp}", text, StringComparison.Ordinal);
        Assert.Contains($"  date      {date}\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30/05/2019 10:05:36 ns1 named[17]: x", "2019-05-30 10:05:36 | ns1 | named[17] | x")]
    [InlineData("5/30/2019 9:05:36 AM ns1 named[17]: x", "2019-05-30 09:05:36 | ns1 | named[17] | x")]
    [InlineData("5/30/2019 12:05:36 AM named[17]: x", "2019-05-30 00:05:36 | - | named[17] | x")]
    [InlineData("5/30/2019 12:05:36 pm named[17]: x", "2019-05-30 12:05:36 | - | named[17] | x")]
    [InlineData("5/30/2019 12:05:36 a.m. named[17]: x", "2019-05-30 00:05:36 | - | named[17] | x")]
    [InlineData("30/05/2019 9:05:36\u202fp.m. named[17]: x", "2019-05-30 21:05:36 | - | named[17] | x")]
    [InlineData("30/05/2019 9:05:36 a.mx named[17]: x", "2019-05-30 09:05:36 | a.mx | named[17] | x")]
    [InlineData("5/30/2019 9:05:36\u202fPM named[17]: x", "2019-05-30 21:05:36 | - | named[17] | x")]
    [InlineData("5/30/2019, 1:05:36.123 PM zone a/IN: expired", "2019-05-30 13:05:36.123 | - | - | zone a/IN: expired")]
    [InlineData("5/30/2019 1:05:36 PM UTC ns1 named[17]: x", "2019-05-30 13:05:36 +00:00 | ns1 | named[17] | x")]
    [InlineData("30/05/2019 10:05:36.5 +0200 named[17]: x", "2019-05-30 10:05:36.5 +02:00 | - | named[17] | x")]
    [InlineData("<30>30/05/2019 10:05:36 ns1 named[17]: x", "2019-05-30 10:05:36 | ns1 | named[17] | x")]
    [InlineData("""{"time":"5/30/2019 9:05:36 AM","host":"ns1","program":"named","message":"x"}""", "2019-05-30 09:05:36 | ns1 | named | x")]
    [InlineData("""{"time":"5/3/2019 9:05:36 AM","host":"ns1","program":"named","message":"x"}""", "- | ns1 | named | x")]
    public void ADateAndATimeAreRead(string line, string expected) => Assert.Equal([expected], Wrapped.Read(line));

    [Theory]
    [InlineData("5/30/2019 13:05:36 PM named[17]: x")]
    [InlineData("5/30/2019 0:05:36 AM named[17]: x")]
    [InlineData("5/30/2019 24:05:36 named[17]: x")]
    [InlineData("5/30/2019 10:05 named[17]: x and more")]
    [InlineData("5/30/2019T10:05:36 named[17]: x")]
    [InlineData("5/30/19 10:05:36 named[17]: x")]
    [InlineData("5/30/20190 10:05:36 named[17]: x")]
    [InlineData("130/5/2019 10:05:36 named[17]: x")]
    [InlineData("5/30/0000 10:05:36 named[17]: x")]
    [InlineData("5/30-2019 10:05:36 named[17]: x")]
    [InlineData("29/02/2019 10:05:36 zone a/IN: expired")]
    [InlineData("5/30/2019 10:05:36x named[17]: x")]
    [InlineData("5/30/2019 10:05:3")]
    public void WhatIsNoTimeIsNone(string line) => Assert.StartsWith("- | ", Wrapped.Read(line)[0], StringComparison.Ordinal);
}
