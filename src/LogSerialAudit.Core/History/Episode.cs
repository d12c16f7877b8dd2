using LogSerialAudit.Dating;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>A run of complaints "offered is older than held" of one zone history about one primary.</summary>
public readonly record struct Episode
{
    private const int MostGaps = 4096;

    /// <summary>So many say as much of the median, and do not swell a state that is kept.</summary>
    private const int MostGapsKept = 100;

    private readonly EpisodeStore _store;
    private readonly int _number;

    internal Episode(EpisodeStore store, int number) => (_store, _number) = (store, number);

    /// <summary>Its number in its store.</summary>
    internal int Number => _number;

    /// <summary>The number of its history.</summary>
    internal int HistoryNumber => Record.History;

    /// <summary>The number of its primary among those of its store: the same string has the same number.</summary>
    internal int PrimaryNumber => Record.Primary;

    /// <summary>The history of the zone.</summary>
    public SerialHistory History => _store.HistoryOf(Record.History);

    /// <summary>The primary as logged, with its port; empty where the lines do not name it.</summary>
    public string Primary => _store.Primaries[Record.Primary];

    /// <summary>What the primary offered; null where the complaints do not say.</summary>
    public SerialNumber? Offered => Has(EpisodeFlags.HasOffered) ? new SerialNumber(Record.Offered) : null;

    /// <summary>What the observer held; null where neither the complaints nor the lines before them say.</summary>
    public SerialNumber? Held => Has(EpisodeFlags.HasHeld) ? new SerialNumber(Record.Held) : null;

    /// <summary>When the first complaint was logged that has a time.</summary>
    public Dated First => Record.First.Of(_store.OddDates);

    /// <summary>When the last complaint was logged that has a time; where it may be of either pass of an hour, the one that is not before the first.</summary>
    public Dated Last => LastLogged.NotBefore(First);

    /// <summary>How many complaints, repeated lines counted in full.</summary>
    public long Complaints => Record.Complaints + (Details?.MoreComplaints ?? 0);

    /// <summary>How it stands.</summary>
    public EpisodeState State => Record.State;

    /// <summary>When it ended; null where it did not, or where that is unknown.</summary>
    public Dated? Ended => Has(EpisodeFlags.HasEnded) ? Record.Ended.Of(_store.OddDates) : null;

    /// <summary>The serial that ended it.</summary>
    public SerialNumber? EndedBy => Has(EpisodeFlags.HasEndedBy) ? new SerialNumber(Record.EndedBy) : null;

    /// <summary>Whether a NOTIFY or a refresh is all that shows the serial that ended it: no line shows that it was taken.</summary>
    public bool IsOnlyAnnounced => Has(EpisodeFlags.IsOnlyAnnounced);

    /// <summary>Whether a command to transfer the zone anew (<c>rndc retransfer</c>), or its removal, is logged before a lower serial was taken.</summary>
    public bool IsCommanded => Has(EpisodeFlags.IsCommanded);

    /// <summary>The lower serial that the observer itself loaded, and the one that it then took; null where it did not.</summary>
    public (SerialNumber To, SerialNumber Taken)? FellBack => Details?.FellBack;

    /// <summary>Where the first complaint stands.</summary>
    public SourceLine Source => _store.SourceOf(_number);

    /// <summary>A serial not older than the held one that was heard of and not seen to be taken: it ends the episode only if no complaint follows.</summary>
    internal Claim? Claim => Details?.Claim;

    /// <summary>How a line without a time ended it; null where none did, or where it is ended for good.</summary>
    internal PlacedEnd? PlacedEnd => Details?.PlacedEnd;

    /// <summary>Whether its complaints have no time, and what comes after the last of them was written after it.</summary>
    internal bool IsPlaced => Has(EpisodeFlags.IsPlaced);

    /// <summary>Whether the zone expired and no serial has come since.</summary>
    internal bool AwaitsSerial => State == EpisodeState.Expired && !Has(EpisodeFlags.HasEndedBy);

    /// <summary>The gap between complaints that half of them keep within, in time; null for a single one.</summary>
    public Duration? MedianGap
    {
        get
        {
            if (Details is not { Gaps: { Count: > 0 } gaps })
            {
                return null;
            }

            var sorted = gaps.Order().ToList();
            return sorted[(sorted.Count - 1) / 2];
        }
    }

    /// <summary>The instant that the offered serial names; null where it names none.</summary>
    public Instant? OfferedAt => Offered is { } offered ? History.InstantOf(offered) : null;

    /// <summary>The instant that the held serial names; null where it names none.</summary>
    public Instant? HeldAt => Held is { } held ? History.InstantOf(held) : null;

    /// <summary>How far the offered serial is behind the held one, where both are times.</summary>
    public Duration? Behind => OfferedAt is { } offered && HeldAt is { } held ? held - offered : null;

    private ref EpisodeRecord Record => ref _store.RecordOf(_number);

    private EpisodeDetails? Details => _store.DetailsOf(_number);

    private Dated LastLogged => Record.Last.Of(_store.OddDates);

    /// <summary>Begins an episode with its first complaint.</summary>
    internal static Episode Begin(EpisodeStore store, SerialHistory history, string primary, SerialNumber? offered, SerialNumber? held, in EventRow first)
    {
        var episode = store.Add(history, primary, offered, held, first.Source);
        episode.SetTimes(first.At, first.At);
        episode.Count(first.Count);
        episode.Place(first.IsPlaced);
        return episode;
    }

    /// <summary>Goes on with an episode from what an earlier run knew.</summary>
    internal static Episode GoOn(EpisodeStore store, SerialHistory history, EpisodeMemory memory)
    {
        var episode = store.Add(history, memory.Primary, memory.Offered, memory.Held, memory.Source);
        episode.SetTimes(memory.First, memory.Last);
        episode.Count(memory.Complaints);
        episode.SetEnd(memory.State, memory.Ended, null);
        episode.Place(memory.IsPlaced);
        if (memory.Gaps.Count > 0 || memory.Claimed is not null || memory.HasOtherPrimaries || memory.PlacedEnd is not null)
        {
            var details = store.NeedDetails(episode._number);
            details.Gaps = memory.Gaps.Count == 0 ? null : [.. memory.Gaps];
            details.HasOtherPrimaries = memory.HasOtherPrimaries;
            details.PlacedEnd = memory.PlacedEnd;
            details.Claim = memory.Claimed is { } serial ? new Claim(memory.ClaimedAt, serial, memory.IsClaimNamed) : null;
        }

        return episode;
    }

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
        Last = LastLogged,
        Complaints = Complaints,
        State = State,
        Ended = Ended,
        Source = Source,
        Gaps = Details is { Gaps: { } gaps } ? [.. gaps.TakeLast(MostGapsKept)] : [],
        HasOtherPrimaries = Details is { HasOtherPrimaries: true },
        Claimed = Claim?.Serial,
        ClaimedAt = Claim?.At ?? Dated.Undated,
        IsClaimNamed = Claim is { IsNamed: true },
        PlacedEnd = PlacedEnd,
        IsPlaced = IsPlaced,
        Heard = heard,
    };

    internal void Add(in EventRow complaint)
    {
        if (complaint.At.Exists)
        {
            if (LastLogged is { Exists: true, At: var last } && (_store.NeedDetails(_number).Gaps ??= []) is { Count: < MostGaps } gaps)
            {
                gaps.Add((complaint.At.At - last) / complaint.Count);
            }

            SetTimes(First.Exists ? First : complaint.At, complaint.At);
        }

        Count(complaint.Count);
        Place(complaint.IsPlaced);
        Reopen();
    }

    /// <summary>A complaint shows that what was heard, or taken at no known time, did not end it.</summary>
    internal void Reopen()
    {
        if (Details is { } details)
        {
            details.HasOtherPrimaries |= details.Claim is { IsNamed: false };
            (details.Claim, details.PlacedEnd) = (null, null);
        }
    }

    /// <summary>Takes a claim of this primary, or of one that the line does not name.</summary>
    internal void Hear(Dated at, SerialNumber serial, bool isNamed)
    {
        if (Details is not { } details || (details.Claim is null && (isNamed || !details.HasOtherPrimaries)))
        {
            _store.NeedDetails(_number).Claim = new Claim(at, serial, isNamed);
        }
    }

    internal void End(EpisodeState state, Dated at, SerialNumber? by, bool isCommanded = false)
    {
        SetEnd(state, at, by);
        Record.Flags |= isCommanded ? EpisodeFlags.IsCommanded : 0;
        DropDetails();
    }

    /// <summary>Ends it by a line without a time, unless a complaint follows. Of several such lines the first counts, and the next serial after an expiry.</summary>
    internal void EndByPlace(EpisodeState state, SerialNumber? by, bool isCommanded = false)
    {
        var details = _store.NeedDetails(_number);
        details.PlacedEnd = details.PlacedEnd is { } known ? known with { By = known.By ?? by } : new PlacedEnd(state, by, isCommanded);
    }

    /// <summary>Ends it for good as a line without a time did.</summary>
    internal void EndAsPlaced(in PlacedEnd end) => End(end.State, Dated.Undated, end.By, end.IsCommanded);

    internal void TakeSerial(SerialNumber serial)
    {
        SetEnd(State, Ended, serial);
        DropDetails();
    }

    internal void EndByClaim(Dated at, SerialNumber serial)
    {
        End(EpisodeState.CaughtUp, at, serial);
        Record.Flags |= serial != Held ? EpisodeFlags.IsOnlyAnnounced : 0;
    }

    internal void FallBack(SerialNumber to, SerialNumber taken)
    {
        _store.NeedDetails(_number).FellBack = (to, taken);
        Forget();
    }

    internal void Forget()
    {
        Record.State = EpisodeState.Unknown;
        DropDetails();
    }

    private void Place(bool isPlaced) => Record.Flags = isPlaced ? Record.Flags | EpisodeFlags.IsPlaced : Record.Flags & ~EpisodeFlags.IsPlaced;

    private void Count(long complaints)
    {
        ref var record = ref Record;
        if (complaints <= ushort.MaxValue - record.Complaints)
        {
            record.Complaints += (ushort)complaints;
        }
        else
        {
            _store.NeedDetails(_number).MoreComplaints += complaints;
        }
    }

    private bool Has(EpisodeFlags flag) => (Record.Flags & flag) != 0;

    private void SetTimes(Dated first, Dated last)
    {
        ref var record = ref Record;
        record.First = record.First.With(first, _store.OddDates);
        record.Last = record.Last.With(last, _store.OddDates);
    }

    private void SetEnd(EpisodeState state, Dated? at, SerialNumber? by)
    {
        ref var record = ref Record;
        (record.State, record.EndedBy) = (state, by?.Value ?? 0);
        record.Flags &= ~(EpisodeFlags.HasEnded | EpisodeFlags.HasEndedBy);
        record.Flags |= (at is null ? 0 : EpisodeFlags.HasEnded) | (by is null ? 0 : EpisodeFlags.HasEndedBy);
        if (at is { } ended)
        {
            record.Ended = record.Ended.With(ended, _store.OddDates);
        }
    }

    /// <summary>What counts only as long as it goes on; an expired one goes on until a serial comes.</summary>
    private void DropDetails()
    {
        if (!AwaitsSerial)
        {
            _store.DropDetails(_number);
        }
    }
}
