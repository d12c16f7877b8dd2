using LogSerialAudit.Serials;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Core.Tests.Serials;

public sealed class SerialSchemeJudgeTests
{
    /// <summary>Name; the history as <c>serial@day</c>, or without a day; the scheme of most; the scheme at the end; the change.</summary>
    public static TheoryData<string, string, SerialScheme, SerialScheme, string> Histories => new()
    {
        { "nothing", "", SerialScheme.Unknown, SerialScheme.Unknown, "" },
        { "one second", "1558799284@2019-05-25", SerialScheme.UnixTime, SerialScheme.UnixTime, "" },
        { "seconds, undated", "1558725628 1558799284", SerialScheme.UnixTime, SerialScheme.UnixTime, "" },
        { "seconds, one day ahead of a clock in another zone", "1558799284@2019-05-24", SerialScheme.UnixTime, SerialScheme.UnixTime, "" },
        { "seconds of a zone at rest for years", "1258799284@2019-05-25", SerialScheme.UnixTime, SerialScheme.UnixTime, "" },
        { "seconds that go back", "1558799284@2019-05-25 1558725628@2019-05-26 1558799284@2019-05-27", SerialScheme.UnixTime, SerialScheme.UnixTime, "" },
        { "dates", "2019052501@2019-05-25 2019052502@2019-05-25 2019060100@2019-06-01", SerialScheme.DateCounter, SerialScheme.DateCounter, "" },
        { "dates, undated", "2019052501 2019052502", SerialScheme.DateCounter, SerialScheme.DateCounter, "" },
        { "a date ahead of its day", "2019123101@2019-05-25", SerialScheme.DateCounter, SerialScheme.DateCounter, "" },
        { "42", "42@2019-05-25 43@2019-05-26 45@2019-06-25", SerialScheme.Counter, SerialScheme.Counter, "" },
        { "0", "0@2019-05-25", SerialScheme.Counter, SerialScheme.Counter, "" },
        { "3706282932", "3706282932@2019-05-25 3706282933@2019-05-26", SerialScheme.Counter, SerialScheme.Counter, "" },
        { "a counter over the end", "4294967295@2019-05-25 0@2019-05-26 1@2019-05-27", SerialScheme.Counter, SerialScheme.Counter, "" },
        { "a counter among the seconds", "1500000001@2019-05-25 1500000002@2019-05-26 1500000003@2019-05-27", SerialScheme.Counter, SerialScheme.Counter, "" },
        { "seconds, then counted on", "1558799275@2019-05-25 1558899284@2019-05-26 1558899285@2019-08-26 1558899286@2019-08-27", SerialScheme.Unknown, SerialScheme.Counter, "unixtime > counter at 1558899285" },
        { "one date, then seconds", "2019052501@2019-05-25 1558972800@2019-05-27 1559000000@2019-05-27", SerialScheme.UnixTime, SerialScheme.UnixTime, "YYYYMMDDnn > unixtime at 1558972800" },
        { "DDMMYYhhmm jumps about", "2711201407@2020-11-27 2811200930@2020-11-28 0112201015@2020-12-01", SerialScheme.Unknown, SerialScheme.Counter, "" },
        { "seconds in logs of long before", "1558799284@2009-05-25 1558799999@2009-05-26", SerialScheme.Counter, SerialScheme.Counter, "" },
        { "a far future date is none", "2087061201@2019-05-25", SerialScheme.Counter, SerialScheme.Counter, "" },
        { "seconds of 2033 are not dates of 2019", "2019052501@2033-12-24", SerialScheme.UnixTime, SerialScheme.UnixTime, "" },
        { "one odd serial set by hand into the future", "1558725628@2019-05-24 1558799284@2019-05-25 2147483647@2019-05-26 1558972800@2019-05-27", SerialScheme.UnixTime, SerialScheme.UnixTime, "" },
        { "dates, then seconds", "2019052401@2019-05-24 2019052501@2019-05-25 1558972800@2019-05-27 1559000000@2019-05-27", SerialScheme.Unknown, SerialScheme.UnixTime, "YYYYMMDDnn > unixtime at 1558972800" },
        { "dates for long, then seconds", "2019052201 2019052301 2019052401 2019052501 1558972800 1559000000", SerialScheme.DateCounter, SerialScheme.UnixTime, "YYYYMMDDnn > unixtime at 1558972800" },
        { "one date among seconds is no change", "1558725628 2019052501 1558799284", SerialScheme.UnixTime, SerialScheme.UnixTime, "" },
        { "repeats say nothing new", "1558725628 2019052501 2019052501 2019052501 1558799284", SerialScheme.UnixTime, SerialScheme.UnixTime, "" },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void AHistoryIsJudged(string name, string history, SerialScheme most, SerialScheme latest, string change)
    {
        Assert.NotEmpty(name);
        var judge = new SerialSchemeJudge();
        foreach (var value in history.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = value.Split('@');
            Instant? day = parts.Length == 2
                ? LocalDatePattern.Iso.Parse(parts[1]).Value.AtMidnight().InUtc().ToInstant() + Duration.FromHours(18)
                : null;
            judge.Add(new(uint.Parse(parts[0], null)), day);
        }

        Assert.Equal((most, latest, change), (judge.Scheme, judge.LatestScheme, Said(judge.LastChange)));
        Assert.Equal(change.Length > 0 ? 1 : 0, judge.Changes);
    }

    private static string Said(SerialSchemeChange? change) =>
        change is { } known ? $"{known.From.Word()} > {known.To.Word()} at {known.First}" : "";
}
