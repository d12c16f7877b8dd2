using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.History.Primaries;

/// <summary>What a primary's own log shows of the serials of one of its zones.</summary>
/// <remarks>
/// A zone that is signed inline has two versions: the unsigned one, <see cref="Raw"/>, and the signed one, which is served
/// and whose serial is never older. A zone without has <see cref="Served"/> only.
/// </remarks>
public sealed class PrimarySerials
{
    private const int MostKept = 100;
    private readonly List<PrimaryStep> _waiting = [];
    private readonly List<RawBump> _late = [];
    private readonly List<PrimaryStep> _below = [];
    private readonly List<JournalGap> _gaps = [];
    private readonly List<PrimaryStep> _refused = [];

    internal PrimarySerials(Observer observer, ZoneName zone) => (Observer, Zone) = (observer, zone);

    /// <summary>Whose log.</summary>
    public Observer Observer { get; }

    /// <summary>The zone.</summary>
    public ZoneName Zone { get; }

    /// <summary>The serials that are served: those of the signed version, where there are two.</summary>
    public SerialSequence Served { get; } = new();

    /// <summary>The serials of the unsigned version.</summary>
    public SerialSequence Raw { get; } = new();

    /// <summary>Whether the log shows both versions of a zone that is signed inline.</summary>
    public bool IsSigned => Raw.Serials > 0;

    /// <summary>Whether all that is shown goes forward.</summary>
    public bool GoesOnlyForward => Served.SetbackCount == 0 && Raw.SetbackCount == 0 && (Served.IsMonotone || Raw.IsMonotone);

    /// <summary>How many newer serials the unsigned version got.</summary>
    public long Bumps { get; private set; }

    /// <summary>How many of them the signed version followed at once.</summary>
    public long BumpsFollowed { get; private set; }

    /// <summary>The longest that the signed version took where it followed at once; null where it never did.</summary>
    public Duration? Slowest { get; private set; }

    /// <summary>The first of those that it followed late or not, though the log goes on.</summary>
    public IReadOnlyList<RawBump> LateBumps => _late;

    /// <summary>The first steps by which the signed version came to a serial older than the unsigned one's.</summary>
    public IReadOnlyList<PrimaryStep> SignedBelowRaw => _below;

    /// <summary>The first older serials that the server refused to load.</summary>
    public IReadOnlyList<PrimaryStep> Refused => _refused;

    /// <summary>The first questions for changes that the journal does not have.</summary>
    public IReadOnlyList<JournalGap> JournalGaps => _gaps;

    /// <summary>Takes a row of the zone; the order is that of time.</summary>
    /// <param name="row">The row.</param>
    /// <param name="started">When the server was started last; null where the log does not show it.</param>
    internal void See(in EventRow row, Instant? started)
    {
        switch (row.Kind)
        {
            case EventKind.Loaded or EventKind.GoneBackwards or EventKind.Signed or EventKind.NotifySent or EventKind.SerialUnchanged when row.Serial is { } serial:
                Step(row, serial);
                break;
            case EventKind.SerialOutOfRange when row.Serial is { } serial && _refused.Count < MostKept:
                _refused.Add(new PrimaryStep((row.History.Side == ZoneSide.Raw ? Raw : Served).Last?.To, serial, row.At, row.Kind, row.Source));
                break;
            case EventKind.TransferOutFallback when row.Detail.Contains("not in journal", StringComparison.Ordinal) && _gaps.Count < MostKept:
                var since = row.At.Exists && started is { } start && row.At.At >= start ? row.At.At - start : (Duration?)null;
                _gaps.Add(new JournalGap(row.At, row.Peer, row.Previous, Served.Last?.To, since, row.Source));
                break;
        }
    }

    /// <summary>Ends it: what the signed version has not followed by now it has not followed at all.</summary>
    /// <param name="end">The last time that the log shows; null where it shows none.</param>
    internal void End(Instant? end)
    {
        foreach (var raw in _waiting.Where(raw => IsLate(raw, end)))
        {
            Late(new RawBump(raw, null));
        }

        _waiting.Clear();
    }

    private void Step(in EventRow row, SerialNumber serial)
    {
        var isRaw = row.History.Side == ZoneSide.Raw;
        var sequence = isRaw ? Raw : Served;
        if (sequence.Last?.To == serial)
        {
            return;
        }

        // What a line says of the serial before it counts where the log shows none: then it begins with this line.
        var before = sequence.Last?.To ?? (row.Kind == EventKind.GoneBackwards ? row.Previous : null);
        var step = new PrimaryStep(before, serial, row.At, row.Kind, row.Source);
        sequence.Add(step);
        if (isRaw)
        {
            Wait(step);
        }
        else
        {
            Follow(step);
        }
    }

    private void Wait(PrimaryStep raw)
    {
        if (raw.Change is not (SerialChange.Forward or SerialChange.Wrapped))
        {
            return;
        }

        Bumps++;
        if (Served.Last is { } served && served.To.IsAtLeast(raw.To))
        {
            // It was ahead by re-signing, or its line came first.
            BumpsFollowed++;
        }
        else if (_waiting.Count < MostKept)
        {
            _waiting.Add(raw);
        }
    }

    private void Follow(PrimaryStep signed)
    {
        foreach (var raw in _waiting.Where(raw => signed.To.IsAtLeast(raw.To)))
        {
            var bump = new RawBump(raw, signed);
            if (bump.IsFollowedAtOnce || bump.Delay is null)
            {
                BumpsFollowed++;
                Slowest = Slowest is { } slowest && bump.Delay is { } delay ? Duration.Max(slowest, delay) : Slowest ?? bump.Delay;
            }
            else
            {
                Late(bump);
            }
        }

        _ = _waiting.RemoveAll(raw => signed.To.IsAtLeast(raw.To));
        if (Raw.Last is { } unsigned && _waiting.Count == 0 && !signed.To.IsAtLeast(unsigned.To) && _below.Count < MostKept)
        {
            _below.Add(signed);
        }
    }

    private void Late(RawBump bump)
    {
        if (_late.Count < MostKept)
        {
            _late.Add(bump);
        }
    }

    private static bool IsLate(PrimaryStep raw, Instant? end) => raw.At.Exists && end is { } last && last - raw.At.At > RawBump.AtOnce;
}
