namespace LogSerialAudit.Core.Tests.Findings.Played;

/// <summary>A primary: what it serves, what is on its disk, and what it logged.</summary>
internal sealed class PlayedServer(string address, Dictionary<string, long> serials)
{
    public string Address { get; set; } = address;

    /// <summary>What it serves, by zone.</summary>
    public Dictionary<string, long> Serials { get; } = serials;

    /// <summary>The serials of its zone files; what came since stands in journals.</summary>
    public Dictionary<string, long> Files { get; private init; } = new(serials);

    /// <summary>All serials that each zone has had.</summary>
    public Dictionary<string, List<long>> Past { get; private init; } = serials.ToDictionary(zone => zone.Key, zone => new List<long> { zone.Value });

    /// <summary>The revisions of its zone files, checked in where they are.</summary>
    public Dictionary<string, List<string>> Revisions { get; private init; } = [];

    public List<(long At, string Step)> Log { get; set; } = [];

    /// <summary>By how many seconds its clock is ahead.</summary>
    public long ClockAhead { get; set; }

    /// <summary>Whether its serials are the time even where that is less than before.</summary>
    public bool ByClockAlone { get; set; }

    /// <summary>Whether its zones never change.</summary>
    public bool IsIdle { get; set; }

    /// <summary>A copy of its disk.</summary>
    public PlayedServer Copy() => new(Address, new(Serials))
    {
        Files = new(Files),
        Past = Past.ToDictionary(zone => zone.Key, zone => new List<long>(zone.Value)),
        Revisions = Revisions.ToDictionary(zone => zone.Key, zone => new List<string>(zone.Value)),
        Log = [.. Log],
    };
}
