using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// How far the clocks of two servers' logs are apart, by transfers that both of them log: the primary begins one after the
/// secondary has connected, and before the secondary has the serial.
/// </summary>
/// <param name="Primary">The server that gave.</param>
/// <param name="Secondary">The server that took.</param>
/// <param name="Transfers">How many transfers all agree.</param>
/// <param name="Least">The secondary's clock is ahead by at least this (behind, where negative); null where no line bounds it from below.</param>
/// <param name="Most">The secondary's clock is ahead by at most this.</param>
/// <param name="Clients">The addresses in the primary's log that are taken for the secondary.</param>
/// <param name="IsProven">Whether both logs name the same address and port; else that address is the one whose transfers fit.</param>
public sealed record ClockDistance(
    Observer Primary, Observer Secondary, int Transfers, Duration? Least, Duration Most, IReadOnlyList<string> Clients, bool IsProven)
{
    /// <summary>Daemons write a moment late: what is nearer is no disagreement.</summary>
    private static readonly Duration Agreement = Duration.FromSeconds(1);

    /// <summary>A server that takes its zone from another secondary does so seconds later, time after time; without a proof of who took it, what is nearer may be that.</summary>
    private static readonly Duration Relay = Duration.FromSeconds(30);

    /// <summary>Whether the clocks are apart for sure.</summary>
    public bool IsApart => (IsProven ? Agreement : Relay) is var near && (Least > near || Most < -near);
}
