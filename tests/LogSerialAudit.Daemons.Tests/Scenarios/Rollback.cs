using LogSerialAudit.Daemons.Tests.Named;

namespace LogSerialAudit.Daemons.Tests.Scenarios;

/// <summary>The ways in which a rollback ends, played with a running pair that holds the first serial.</summary>
internal static class Rollback
{
    /// <summary>The primary is repaired with a serial above the one held. It must outlive three retries.</summary>
    public static async Task<Story> CaughtUpAsync(
        NamedPair pair, uint held, uint offered, Func<uint> repaired, CancellationToken cancel)
    {
        var from = DateTimeOffset.UtcNow;
        await pair.PublishAsync(offered, cancel);
        await pair.Secondary.ControlAsync(["refresh", pair.Zone], cancel);
        await pair.ComplainsAsync(offered, held, 3, cancel);
        var serial = repaired();
        await pair.PublishAsync(serial, cancel);
        await pair.TransfersAsync(serial, cancel);
        return await EndAsync("caught-up", pair, held, offered, serial, from, cancel);
    }

    /// <summary>Nobody acts: the secondary's zone expires, and with nothing to compare it takes the lower serial.</summary>
    public static async Task<Story> ExpiredAsync(NamedPair pair, uint held, uint offered, CancellationToken cancel)
    {
        var from = DateTimeOffset.UtcNow;
        await pair.PublishAsync(offered, cancel);
        await pair.Secondary.LogHoldsAsync($"zone {pair.Zone}/IN: expired", 1, cancel);
        await pair.TransfersAsync(offered, cancel);
        return await EndAsync("expired", pair, held, offered, offered, from, cancel);
    }

    /// <summary>The secondary's operator has the zone transferred, lower serial or not.</summary>
    public static async Task<Story> ForcedAsync(NamedPair pair, uint held, uint offered, CancellationToken cancel)
    {
        var from = DateTimeOffset.UtcNow;
        await pair.PublishAsync(offered, cancel);
        await pair.ComplainsAsync(offered, held, 1, cancel);
        await pair.Secondary.ControlAsync(["retransfer", pair.Zone], cancel);
        await pair.TransfersAsync(offered, cancel);
        return await EndAsync("forced", pair, held, offered, offered, from, cancel);
    }

    private static async Task<Story> EndAsync(
        string state, NamedPair pair, uint held, uint offered, uint taken, DateTimeOffset from, CancellationToken cancel)
    {
        var to = DateTimeOffset.UtcNow;
        await pair.StopAsync(cancel);
        var complaints = pair.Secondary.Log.LinesWith(" < ours (").Count;
        return new Story(state, pair.Zone, pair.PrimaryAddress, held, offered, taken, complaints, from, to, pair.LogFolder);
    }
}
