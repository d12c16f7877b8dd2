using NodaTime;
using Sprache;

namespace LogSerialAudit.Evidence.Vms;

/// <summary>
/// A line of libvirt's <c>/var/log/libvirt/qemu/DOMAIN.log</c>: <c>2019-05-25 15:45:36.856+0000: starting up</c>, or of
/// qemu's own, <c>2019-07-24T06:47:22.188194Z qemu-system-x86_64: ...</c> (libvirt src/qemu/qemu_process.c; src/util/virtime.c).
/// </summary>
internal static class VmLogGrammar
{
    private static readonly Parser<LocalTime> Time =
        from clock in TimeGrammar.Clock
        from fraction in TimeGrammar.After('.', TimeGrammar.Digits.Where(digits => digits.Length is 3 or 6).Named("milliseconds or microseconds"))
        select clock.PlusNanoseconds(long.Parse(fraction.PadRight(9, '0'), null));

    private static readonly Parser<Instant> Stamp =
        from date in TimeGrammar.Date('-', 1970)
        from at in TimeGrammar.After(' ', Time).SelectMany(_ => Parse.String("+0000: ").Text().Named("+0000, a colon and a blank"), (time, _) => time)
            .XOr(TimeGrammar.After('T', Time).SelectMany(_ => Parse.String("Z ").Text().Named("Z and a blank"), (time, _) => time))
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
