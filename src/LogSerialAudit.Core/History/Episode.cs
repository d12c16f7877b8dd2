using LogSerialAudit.Dating;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>A run of complaints "offered is older than held" of one zone history about one primary.</summary>
public sealed class Episode
{
    private const int MostGaps = 4096;

    /// <summary>So many say as much of the median, and do not swell a state that is kept.</summary>
    private const int MostGapsKept = 100;

    /// <summary>Null before the second complaint: most have one.</summary>
    private List<Duration>? _gaps;
    private Dated _last;

    /// <summary>Whether a claim without a name turned out to be another primary's.</summary>
    private bool _hasOtherPrimaries;

    internal Episode(SerialHistory history, string primary, SerialNumber? offered, SerialNumber? held, in EventRow first)
    {
        (History, Primary, Offered, Held) = (history, primary, offered, held);
        (First, _last, Complaints) = (first.At, first.At, first.Count);
        Source = first.Source;
    }

    internal Episode(SerialHistory history, EpisodeMemory memory)
    {
        (History, Primary, Offered, Held) = (history, memory.Primary, memory.Offered, memory.Held);
        (First, _last, Complaints, Source) = (memory.First, memory.Last, memory.Complaints, memory.Source);
        (State, Ended, _hasOtherPrimaries) = (memory.State, memory.Ended, memory.HasOtherPrimaries);
        _gaps = memory.Gaps.Count == 0 ? null : [.. memory.Gaps];
        Claim = memory.Claimed is { } serial ? new Claim(memory.ClaimedAt, serial, memory.IsClaimNamed) : null;
    }

    /// <summary>The history of the zone.</summary>
    public SerialHistory History { get; }

    /// <summary>The primary as logged, with its port; empty where the lines do not name it.</summary>
    public string Primary { get; }

    /// <summary>What the primary offered; null where the complaints do not say.</summary>
    public SerialNumber? Offered { get; }

    /// <summary>What the observer held; null where neither the complaints nor the lines before them say.</summary>
    public SerialNumber? Held { get; }

    /// <summary>When the first complaint was logged that has a time.</summary>
    public Dated First { get; private set; }

    /// <summary>When the last complaint was logged that has a time; where it may be of either pass of an hour, the one that is not before the first.</summary>
    public Dated Last => _last.NotBefore(First);

    /// <summary>How many complaints, repeated lines counted in full.</summary>
    public long Complaints { get; private set; }

    /// <summary>How it stands.</summary>
    public EpisodeState State { get; private set; }

    /// <summary>When it ended; null where it did not, or where that is unknown.</summary>
    public Dated? Ended { get; private set; }

    /// <summary>The serial that ended it.</summary>
    public SerialNumber? EndedBy { get; private set; }

    /// <summary>Whether a NOTIFY or a refresh is all that shows the serial that ended it: no line shows that it was taken.</summary>
    public bool IsOnlyAnnounced { get; private set; }

    /// <summary>Whether a command to transfer the zone anew (<c>rndc retransfer</c>) is logged before a lower serial was taken.</summary>
    public bool IsCommanded { get; private set; }

    /// <summary>The lower serial that the observer itself loaded, and the one that it then took; null where it did not.</summary>
    public (SerialNumber To, SerialNumber Taken)? FellBack { get; private set; }

    /// <summary>Where the first complaint stands.</summary>
    public SourceLine Source { get; }

    /// <summary>A serial not older than the held one that was heard of and not seen to be taken: it ends the episode only if no complaint follows.</summary>
    internal Claim? Claim { get; private set; }

    /// <summary>Whether the zone expired and no serial has come since.</summary>
    internal bool AwaitsSerial => State == EpisodeState.Expired && EndedBy is null;

    /// <summary>The gap between complaints that half of them keep within, in time; null for a single one.</summary>
    public Duration? MedianGap
    {
        get
        {
            if (_gaps is null)
            {
                return null;
            }

            var sorted = _gaps.Order().ToList();
            return sorted[(sorted.Count - 1) / 2];
        }
    }

    /// <summary>The instant that the offered serial names; null where it names none.</summary>
    public Instant? OfferedAt => Offered is { } offered ? History.InstantOf(offered) : null;

    /// <summary>The instant that the held serial names; null where it names none.</summary>
    public Instant? HeldAt => Held is { } held ? History.InstantOf(held) : null;

    /// <summary>How far the offered serial is behind the held one, where both are times.</summary>
    public Duration? Behind =>
        History.InstantOf(Offered) is { } offered && History.InstantOf(Held) is { } held ? held - offered : null;

    /// <summary>Whether a serial is at least the held one, as far as that is known.</summary>
    internal bool IsMadeGoodBy(SerialNumber serial) => Held is { } held && serial.IsAtLeast(held);

    /// <summary>What is known so far.</summary>
    /// <param name="hasTime">Whether its complaints have times.</param>
    /// <param name="heard">When the primary was last heard of.</param>
    internal EpisodeMemory Keep(bool hasTime, Instant? heard) => new()
    {
        Primary = Primary,
        HasTime = hasTime,
        Offered = Offered,
        Held = Held,
        First = First,
        Last = _last,
        Complaints = Complaints,
        State = State,
        Ended = Ended,
        Source = Source,
        Gaps = _gaps is null ? [] : [.. _gaps.TakeLast(MostGapsKept)],
        HasOtherPrimaries = _hasOtherPrimaries,
        Claimed = Claim?.Serial,
        ClaimedAt = Claim?.At ?? Dated.Undated,
        IsClaimNamed = Claim is { IsNamed: true },
        Heard = heard,
    };

    internal void Add(in EventRow complaint)
    {
        if (complaint.At.Exists)
        {
            if (_last.Exists && !(_gaps?.Count >= MostGaps))
            {
                (_gaps ??= []).Add((complaint.At.At - _last.At) / complaint.Count);
            }

            First = First.Exists ? First : complaint.At;
            _last = complaint.At;
        }

        Complaints += complaint.Count;
        _hasOtherPrimaries |= Claim is { IsNamed: false };
        Claim = null;
    }

    /// <summary>Takes a claim of this primary, or of one that the line does not name.</summary>
    internal void Hear(Dated at, SerialNumber serial, bool isNamed)
    {
        if (Claim is null && (isNamed || !_hasOtherPrimaries))
        {
            Claim = new Claim(at, serial, isNamed);
        }
    }

    internal void End(EpisodeState state, Dated at, SerialNumber? by) => (State, Ended, EndedBy) = (state, at, by);

    internal void TakeSerial(SerialNumber serial) => EndedBy = serial;

    internal void EndByClaim(Dated at, SerialNumber serial)
    {
        End(EpisodeState.CaughtUp, at, serial);
        IsOnlyAnnounced = serial != Held;
    }

    internal void Force(Dated at, SerialNumber taken, bool isCommanded)
    {
        End(EpisodeState.Forced, at, taken);
        IsCommanded = isCommanded;
    }

    internal void FallBack(SerialNumber to, SerialNumber taken)
    {
        Forget();
        FellBack = (to, taken);
    }

    internal void Forget() => State = EpisodeState.Unknown;
}
