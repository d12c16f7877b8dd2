using System.Text.RegularExpressions;
using LogSerialAudit.Core.Tests.History;
using LogSerialAudit.Dating;
using LogSerialAudit.Findings;

namespace LogSerialAudit.Core.Tests.Findings;

/// <summary>Statements say of a line's time that it is not sure: in full once, and with a question mark where the same is so of others.</summary>
public sealed partial class DoubtedTimesTests
{
    private const string Incident = """
        2019-05-25T09:00:00Z s named[7]: zone a.example/IN: transferred serial 4
        2019-05-25T09:00:00Z s named[7]: transfer of 'a.example/IN' from 192.0.2.1#53: Transfer status: success
        2019-05-25T10:00:00Z s named[7]: zone a.example/IN: transferred serial 8
        2019-05-25T10:00:00Z s named[7]: transfer of 'a.example/IN' from 192.0.2.1#53: Transfer status: success
        2019-05-25T11:00:00Z s named[7]: zone a.example/IN: serial number (4) received from primary 192.0.2.1#53 < ours (8)
        2019-05-25T12:00:00Z s named[7]: zone a.example/IN: transferred serial 9
        2019-05-25T12:00:00Z s named[7]: transfer of 'a.example/IN' from 192.0.2.1#53: Transfer status: success
        2019-05-25T13:00:00Z s named[7]: zone a.example/IN: serial number (5) received from primary 192.0.2.1#53 < ours (9)
        2019-05-25T13:10:00Z s named[7]: zone b.example/IN: refresh: failure trying primary 192.0.2.2#53 (source 0.0.0.0#0): timed out
        2019-05-25T14:00:00Z s named[7]: zone b.example/IN: expired
        2019-05-25T14:10:00Z s named[7]: zone b.example/IN: transferred serial 3
        2019-05-25T14:10:00Z s named[7]: transfer of 'b.example/IN' from 192.0.2.2#53: Transfer status: success

        """;

    /// <summary>Hours of EXPIRE; what is said of it where the log ends at 14:10.</summary>
    [Theory]
    [InlineData("4", "expires on")]
    [InlineData("2", "past where the log ends, ")]
    [InlineData("1", "the log goes on to ")]
    public void EveryTimeOfALineWhoseYearIsNotSureIsSaidToBeSo(string expire, string said)
    {
        var diagnosis = Story.OfLogOfUnsureYear(Incident).Diagnosis(MadeCase.Evidence("", expire: expire));
        Assert.Contains(diagnosis.Findings, finding => finding.Statement.Contains(said, StringComparison.Ordinal));
        var told = diagnosis.Findings.Select(finding => finding.Statement).Where(statement => Time().IsMatch(statement)).ToList();
        Assert.True(told.Count > 3, string.Join("; ", told));
        Assert.All(told, statement => Assert.Equal(Time().Count(statement), Doubted().Count(statement)));
        Assert.All(told, statement => Assert.Single(Full().Matches(statement)));
        var clues = diagnosis.Causes.SelectMany(cause => cause.Clues).Select(clue => clue.Says).Where(says => Time().IsMatch(says)).ToList();
        Assert.NotEmpty(clues);
        Assert.All(clues, says => Assert.Equal(Time().Count(says), Doubted().Count(says)));
    }

    /// <summary>What is kept of lines for statements to come keeps all that is not sure of them.</summary>
    [Theory]
    [InlineData(DatingMark.YearUnsure, DatingMark.Ambiguous, "year-unsure ambiguous")]
    [InlineData(DatingMark.DayUnsure, DatingMark.SkippedHour, "day-unsure skipped-hour")]
    [InlineData(DatingMark.Ambiguous, DatingMark.None, "ambiguous")]
    [InlineData(DatingMark.None, DatingMark.None, "")]
    public void WhatIsNotSureOfYearAndHourIsKept(DatingMark mark, DatingMark hour, string words)
    {
        var (story, rows) = (Story.OfLog(Incident), new CaseRows());
        story.Rows.ForEach(row => rows.Add(row with { At = row.At with { Mark = mark, HourMark = hour } }));
        var history = story.Episodes[0].History;

        Assert.Equal(words, rows.LastFreshness(history)!.Value.At.Words());
        Assert.Equal(words, rows.SpanOf(history.Observer)!.Value.Last.Words());
        Assert.Equal(words, Assert.Single(rows.Expiries.All).Failures.At.Words());
    }

    [Fact]
    public void OfATimeThatIsSureNothingIsSaid()
    {
        var told = Story.OfLog(Incident).Diagnosis(MadeCase.Evidence("", expire: "4")).Findings.Select(finding => finding.Statement).Where(statement => Time().IsMatch(statement)).ToList();
        Assert.True(told.Count > 3, string.Join("; ", told));
        Assert.All(told, statement => Assert.DoesNotMatch(Doubted(), statement));
    }

    [Theory]
    [InlineData("1 (year-unsure) to 2 (year-unsure) and 3 (year-unsure)", "1 (year-unsure) to 2? and 3?")]
    [InlineData("1 (year-unsure) to 2 (ambiguous), 3 (ambiguous)", "1 (year-unsure) to 2 (ambiguous), 3?")]
    [InlineData("1 (year-unsure ambiguous) to 2 (year-unsure ambiguous)", "1 (year-unsure ambiguous) to 2?")]
    [InlineData("1 (year-unsure) to 2 (year-unsure ambiguous)", "1 (year-unsure) to 2 (year-unsure ambiguous)")]
    [InlineData("1 to 2 (day-unsure)", "1 to 2 (day-unsure)")]
    [InlineData("1 (EXPIRE) to 2 (EXPIRE)", "1 (EXPIRE) to 2 (EXPIRE)")]
    [InlineData("", "")]
    public void TheSameDoubtIsToldInFullOnce(string text, string told) => Assert.Equal(told, Said.DoubtedOnce(text));

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:]+Z")]
    private static partial Regex Time();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:]+Z( \(year-unsure\)|\?)")]
    private static partial Regex Doubted();

    [GeneratedRegex(@"year-unsure")]
    private static partial Regex Full();
}
