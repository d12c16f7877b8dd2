using LogSerialAudit.Messages.Language;
using NodaTime;
using Sprache;

namespace LogSerialAudit.Evidence.Vms;

/// <summary>
/// A line of libvirt's <c>/var/log/libvirt/qemu/DOMAIN.log</c>: <c>2019-05-25 15:45:36.856+0000: starting up</c>, or of
/// qemu's own, <c>2019-07-24T06:47:22.188194Z qemu-system-x86_64: ...</c> (libvirt src/qemu/qemu_process.c; src/util/virtime.c).
/// </summary>
internal static class VmLogGrammar
{
    private static readonly Parser<string> Digits = LineInput.Run(char.IsAsciiDigit, "digits");

    private static Parser<int> Number(int digits, int least, int most, string name) =>
        from text in Digits.Where(text => text.Length == digits && int.Parse(text, null) >= least && int.Parse(text, null) <= most).Named(name)
        select int.Parse(text, null);

    private static Parser<T> After<T>(char sign, Parser<T> then) => Parse.Char(sign).Then(_ => then);

    private static readonly Parser<LocalDate> Date =
        from year in Number(4, 1970, 9999, "a year of four digits")
        from month in After('-', Number(2, 1, 12, "a month, 01 to 12"))
        from day in After('-', Number(2, 1, 31, "a day, 01 to 31").Where(day => day <= CalendarSystem.Iso.GetDaysInMonth(year, month)).Named("a day of that month"))
        select new LocalDate(year, month, day);

    private static readonly Parser<LocalTime> Time =
        from hour in Number(2, 0, 23, "an hour, 00 to 23")
        from minute in After(':', Number(2, 0, 59, "a minute, 00 to 59"))
        from second in After(':', Number(2, 0, 60, "a second, 00 to 60"))
        from fraction in After('.', Digits.Where(digits => digits.Length is 3 or 6).Named("milliseconds or microseconds"))
        select new LocalTime(hour, minute, Math.Min(second, 59)).PlusNanoseconds(long.Parse(fraction.PadRight(9, '0'), null));

    private static readonly Parser<Instant> Stamp =
        from date in Date
        from at in After(' ', Time).SelectMany(_ => Parse.String("+0000: ").Text().Named("+0000, a colon and a blank"), (time, _) => time)
            .XOr(After('T', Time).SelectMany(_ => Parse.String("Z ").Text().Named("Z and a blank"), (time, _) => time))
        select (date + at).InUtc().ToInstant();

    private static readonly Parser<string> Rest = Parse.AnyChar.Many().Text();

    private static readonly Parser<(VmEntryKind, string?)> Start =
        from words in Parse.String("starting up").Or(Parse.String("attaching"))
        from rest in Parse.Char(' ').Then(_ => Rest).Or(Parse.Return("")).End()
        select (VmEntryKind.Start, (string?)null);

    private static readonly Parser<(VmEntryKind, string?)> Stop =
        from words in Parse.String("shutting down")
        from reason in Parse.String(", reason=").Then(_ => Rest.Where(reason => reason.Length > 0)).Select(reason => (string?)reason)
            .Or(Parse.Return((string?)null)).End()
        select (VmEntryKind.Stop, reason);

    private static readonly Parser<(VmEntryKind, string?)> Migration =
        Parse.String("initiating migration").End().Select(_ => (VmEntryKind.MigrationStart, (string?)null));

    /// <summary>A line that begins with a time.</summary>
    internal static readonly Parser<(Instant At, VmEntryKind Kind, string? Reason)> Entry =
        from at in Stamp
        from what in Start.Or(Stop).Or(Migration).Or(Rest.Select(_ => (VmEntryKind.Note, (string?)null)))
        select (at, what.Item1, what.Item2);
}
