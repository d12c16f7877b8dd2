using LogSerialAudit.Evidence;
using LogSerialAudit.Evidence.Marks;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Core.Tests.Evidence.Marks;

/// <summary>Lists of dated entries.</summary>
public sealed class MarkSeriesTests
{
    private const string Times = "a time such as 2019-05-25, 2019-05-25T16:23:51Z, 2019-05-25 09:23:51 -07:00 or 1558801431";

    /// <summary>A time as written, and the instant it is in Los Angeles; <c>?</c> where two are possible, <c>d</c> where it is a day.</summary>
    public static TheoryData<string, string> WrittenTimes => new()
    {
        { "2019-05-25T16:23:51Z", "2019-05-25T16:23:51Z" },
        { "2019-05-25T09:23:51-07:00", "2019-05-25T16:23:51Z" },
        { "2019-05-25 09:23:51 -0700", "2019-05-25T16:23:51Z" },
        { "2019-05-25 09:23:51.25+00", "2019-05-25T09:23:51.25Z" },
        { "2019-05-25 09:23:51", "2019-05-25T16:23:51Z" },
        { "2019-05-25 09:23", "2019-05-25T16:23:00Z" },
        { "2019/05/25 09:23:51", "2019-05-25T16:23:51Z" },
        { "2019-05-25 09:23:51 PDT", "2019-05-25T16:23:51Z" },
        { "2019-05-25 09:23:51 EDT", "2019-05-25T13:23:51Z?" },
        { "2019-05-25 09:23:51 GMT", "2019-05-25T09:23:51Z" },
        { "2019-05-25", "2019-05-25T07:00:00Zd" },
        { "20190525", "2019-05-25T07:00:00Zd" },
        { "20190525T092351", "2019-05-25T16:23:51Z" },
        { "20190525T162351Z", "2019-05-25T16:23:51Z" },
        { "1558801431", "2019-05-25T16:23:51Z" },
        { "@1558801431.5", "2019-05-25T16:23:51.5Z" },
        { "1558801431250", "2019-05-25T16:23:51.25Z" },
        { "Sat May 25 09:23:51 PDT 2019", "2019-05-25T16:23:51Z" },
        { "Sat May 25 09:23:51 2019", "2019-05-25T16:23:51Z" },
        { "Sa Mai 25 18:23:51 CEST 2019", "2019-05-26T01:23:51Z?" },
        { "\"Sat, 25 May 2019 09:23:51 -0700\"", "2019-05-25T16:23:51Z" },
        { "25 May 2019 16:23:51 GMT", "2019-05-25T16:23:51Z" },
        { "2019-11-03 01:30:00", "2019-11-03T08:30:00Z?" },
        { "2019-11-03 01:30:00 PST", "2019-11-03T09:30:00Z" },
        { "2019-03-10 02:30:00", "2019-03-10T10:30:00Z?" },
        { "2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z" },
    };

    /// <summary>What is no time.</summary>
    public static TheoryData<string> NoTimes =>
    [
        "2019-02-29", "2019-13-01", "2019-5-25", "25/05/2019", "05/25/2019", "2019-05-25T25:00:00Z", "2019-05-25T16:23:51+19:00", "2019-05-25 16h23",
        "12345678", "123456", "99999999999", "Sat May 32 09:23:51 2019", "Sat Feb 30 09:23:51 2019", "Sat Foo 25 09:23:51 2019", "yesterday", "٢٠١٩-٠٥-٢٥", "2019-05-25x",
    ];

    /// <summary>A list and its marks: instant, count, text, line; remarks follow.</summary>
    public static TheoryData<string, string> Lists => new()
    {
        {
            "$ mbox_stats\nYYYY-MM-DD (in UTC) and # of lines\n2019-05-26 30\n2019-05-25 22\n2019-05-25 21\n2019-05-24 17\nNothing obvious there.\n",
            "2019-05-24T00:00:00Z 17 '' :6|2019-05-25T00:00:00Z 21 '' :5|2019-05-25T00:00:00Z 22 '' :4 second|2019-05-26T00:00:00Z 30 '' :3"
        },
        { "2019-05-24 9\n2019-05-25 8\n2019-05-26 10\n", "2019-05-24T07:00:00Z 9 '' :1|2019-05-25T07:00:00Z 8 '' :2 back|2019-05-26T07:00:00Z 10 '' :3" },
        { "time,what\n2019-05-25T16:23:51Z,backup\n2019-05-24T16:23:51Z,\"a, b\"\n", "2019-05-24T16:23:51Z - 'what=a, b' :3|2019-05-25T16:23:51Z - 'what=backup' :2" },
        { "2019-05-25T16:23:51Z;x\n2019-05-26T16:23:51Z;y\n", "2019-05-25T16:23:51Z - 'x' :1|2019-05-26T16:23:51Z - 'y' :2" },
        { "size\tdone\n1558801431\t2019-05-25 09:23:51\n1558801432\t2019-05-26 09:23:51\n1558801400\t2019-05-27 09:23:51\n", "2019-05-25T16:23:51Z - 'size=1558801431' :2|2019-05-26T16:23:51Z - 'size=1558801432' :3|2019-05-27T16:23:51Z - 'size=1558801400' :4" },
        { "at_utc,n\n2019-05-25 09:00,5\n2019-05-25 10:00,6\n2019-05-26 09:00,7\n2019-05-26 10:00,9\n2019-05-27 10:00,8\n", "2019-05-25T09:00:00Z 5 '' :2|2019-05-25T10:00:00Z 6 '' :3|2019-05-26T09:00:00Z 7 '' :4|2019-05-26T10:00:00Z 9 '' :5|2019-05-27T10:00:00Z 8 '' :6 back" },
        { "\ufefftime\n2019-05-25T16:23:51Z\n", "2019-05-25T16:23:51Z - '' :2" },
    };

    [Theory]
    [MemberData(nameof(WrittenTimes))]
    public void EveryUsualTimeIsUnderstood(string written, string expected)
    {
        var mark = Assert.Single(Read($"what,time\nx,{written}\n", out var errors).Marks);
        Assert.Empty(errors);
        Assert.Equal(expected, $"{InstantPattern.ExtendedIso.Format(mark.At)}{(mark.IsSure ? "" : "?")}{(mark.IsDay ? "d" : "")}");
    }

    [Theory]
    [MemberData(nameof(NoTimes))]
    public void WhatIsNoTimeIsPointedAt(string written)
    {
        Assert.Single(Read($"what,time\nx,2019-05-25\nx,{written}\n", out var errors).Marks);
        Assert.Equal($":3:3: expected {Times}", Assert.Single(errors).ToString().Split("evidence.txt")[1]);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void MarksComeInTimeOrderWithWhatIsRemarkable(string list, string expected)
    {
        var series = Read(list, out var errors);
        Assert.Empty(errors);
        Assert.Equal(expected, string.Join('|', series.Rows.Select(row =>
            $"{InstantPattern.ExtendedIso.Format(row.Mark.At)} {row.Mark.Count?.ToString(null, null) ?? "-"} '{row.Mark.Text}' :{row.Mark.Source.Line}{(row.IsSecondOfDay ? " second" : "")}{(row.IsBack ? " back" : "")}")));
        Assert.Equal(series.Lines, series.Marks.Count + series.Skipped);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "", ": no column has times; expected " + Times)]
    [InlineData("", "", ": no mark here; expected CSV with a column of times, or lines such as 2019-05-28 1734690")]
    [InlineData("a,b\nx,2019-05-25\n", "c", ": there is no column c; there are a, b")]
    [InlineData("2019-05-25,2019-05-26\n", "3", ": there is no column 3; the columns have no names: give a number from 1")]
    [InlineData("t,b\n2019-05-25,x\n2019-05-26\n2019-05-27,y\n", "", ":3:1: a row with another number of fields than the first; it is left out")]
    [InlineData("t,b\n2019-05-25,x\n2019-05-26,\"y\n", "", ":3:1: a quote that is not closed, or stands within a field; the row is left out")]
    [InlineData("2019-05-25 1\n2019-02-30 2\n", "", ":2:1: expected a time such as 2019-05-28")]
    [InlineData("2019-05-25 1\n2019-05-26 x\n", "", ":2:12: expected a number")]
    public void WhatCanNotBeReadIsSaid(string list, string column, string error)
    {
        _ = Read(list, out var errors, column);
        Assert.Equal(error, Assert.Single(errors).ToString().Split("evidence.txt")[1]);
    }

    [Theory]
    [InlineData("begin", "2019-05-25T07:00:00Z")]
    [InlineData("END", "2019-05-26T07:00:00Z")]
    [InlineData("2", "2019-05-26T07:00:00Z")]
    public void TheColumnOfTheTimeCanBeChosen(string column, string expected) =>
        Assert.Equal(expected, InstantPattern.ExtendedIso.Format(Assert.Single(Read("begin,end\n2019-05-25,2019-05-26\n", out _, column).Marks).At));

    private static MarkSeries Read(string list, out List<EvidenceError> errors, string column = "")
    {
        using var file = new EvidenceFile(list);
        errors = [];
        return MarkSeries.Read(new MarkSource("m", file.Path, column, DateTimeZoneProviders.Tzdb["America/Los_Angeles"]), errors);
    }
}
