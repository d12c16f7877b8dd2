using System.Globalization;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>Writes the lines of a made log: of some host, in its form, with a message that most often names a serial.</summary>
internal sealed class LogWriter(MadeChoice choice, IReadOnlyList<MadeHost> hosts, IReadOnlyList<MadeZone> zones)
{
    private static readonly Instant FirstSetClock = Instant.FromUtc(1980, 1, 1, 0, 0);

    /// <summary>Writes a line.</summary>
    /// <param name="minted">The true time.</param>
    /// <param name="clock">What a right clock would say, or one that a step put wrong.</param>
    /// <param name="received">When the line comes into the file.</param>
    /// <param name="offset">The offset by which a writer in the first zone makes local time of it; null where it knows its zone.</param>
    public TrueLine Line(Instant minted, Instant clock, Instant received, Offset? offset = null)
    {
        var host = hosts.Count == 1 || choice.Happens(0.7) ? hosts[0] : hosts[1];
        var isUnset = clock < FirstSetClock;
        var at = isUnset ? clock : clock + host.Ahead;
        var (local, east) = offset is { } known && host.Zone == hosts[0].Zone && host.Ahead == Duration.Zero ? (at.WithOffset(known).LocalDateTime, known) : (at.InZone(host.Zone).LocalDateTime, host.Zone.GetUtcOffset(at));
        var form = host.FormOf(received);
        var message = Message(minted);
        var isInner = form == LineForm.Inner && message.StartsWith("named", StringComparison.Ordinal);
        return new TrueLine($"{Stamp(local, form == LineForm.Iso ? east : null)} {host.Name} {(isInner ? WithInner(message, local) : message)}", at, received, isUnset)
        {
            Local = local,
            Zone = host.Zone,
            HasYear = isInner || form == LineForm.Iso,
            HasOffset = form == LineForm.Iso,
        };
    }

    private static string Stamp(LocalDateTime local, Offset? east) => east is { } offset
        ? local.ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + offset.ToString("+HH:mm", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{local.ToString("MMM", CultureInfo.InvariantCulture)} {local.Day,2} {local.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}");

    private static string WithInner(string message, LocalDateTime local) =>
        message.Replace("]: ", $"]: {local.ToString("dd-MMM-uuuu HH:mm:ss", CultureInfo.InvariantCulture)}.000 general: info: ", StringComparison.Ordinal);

    private string Message(Instant at)
    {
        if (choice.Happens(0.25) || at < FirstSetClock)
        {
            return "named[4711]: all zones loaded";
        }

        if (choice.Happens(0.1))
        {
            return "CRON[99]: (root) CMD (true)";
        }

        var zone = choice.Of(zones);
        var delay = Duration.FromSeconds(choice.Happens(0.9) ? choice.Between(0, 60) : choice.Happens(0.7) ? choice.Between(0, 7200) : choice.Between(0, 5 * 86400));
        return choice.Between(0, 6) switch
        {
            0 or 1 => $"named[4711]: zone {zone.Name}/IN: transferred serial {zone.Mint(at - delay)}",
            2 => $"named[4711]: zone {zone.Name}/IN: notify from 192.0.2.1#5353: serial {zone.Mint(at - delay)}",
            3 => $"named[4711]: zone {zone.Name}/IN: loaded serial {zone.At(at)}",
            4 => $"named[4711]: zone {zone.Name}/IN: sending notifies (serial {zone.At(at)})",
            _ => $"named[4711]: zone {zone.Name}/IN: serial number ({(zone.At(at), zone.Previous).Previous}) received from master 192.0.2.1#53 < ours ({zone.At(at)})",
        };
    }
}
