using LogSerialAudit.Dating;
using LogSerialAudit.History;

namespace LogSerialAudit.Reports;

/// <summary>Like neighbours of one history as one row.</summary>
/// <param name="First">The first of them.</param>
public sealed record TimelineRow(EventRow First)
{
    /// <summary>How many there are.</summary>
    public long Count { get; internal set; } = First.Count;

    /// <summary>When the last of them was logged; null for a single one.</summary>
    public Dated? Until { get; internal set; }

    /// <summary>Whether another row may be counted into this one: it says the same and both are dated for sure.</summary>
    public bool IsLike(in EventRow other) =>
        First.Kind == other.Kind && First.Serial == other.Serial && First.Previous == other.Previous
        && First.At.Mark == DatingMark.None && other.At.Mark == DatingMark.None
        && First.PeerText == other.PeerText && First.DetailText == other.DetailText;

    internal void Add(in EventRow other)
    {
        Count += other.Count;
        Until = other.At;
    }

    internal void Add(TimelineRow other)
    {
        Count += other.Count;
        Until = other.Until ?? other.First.At;
    }
}
