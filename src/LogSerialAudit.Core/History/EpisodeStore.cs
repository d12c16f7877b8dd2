using System.Collections;
using System.Runtime.CompilerServices;
using LogSerialAudit.Dating;
using LogSerialAudit.Serials;

namespace LogSerialAudit.History;

/// <summary>Episodes, in order of their first complaints, as records side by side: many cost the garbage collector nothing.</summary>
internal sealed class EpisodeStore : IReadOnlyList<Episode>
{
    private const int PageLength = 1024;

    private EpisodeRecord[][] _pages = [];
    private readonly List<SerialHistory> _histories = [];
    private readonly Dictionary<int, EpisodeDetails> _details = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The instants that have more to them than a record has room for.</summary>
    public List<Dated> OddDates { get; } = [];

    /// <summary>The primaries as logged.</summary>
    public StringNumbers Primaries { get; } = new();

    /// <summary>The files that the first complaints stand in.</summary>
    public StringNumbers Files { get; } = new();

    /// <summary>An episode.</summary>
    public Episode this[int index] => (uint)index < (uint)Count ? new Episode(this, index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The history of a number.</summary>
    public SerialHistory HistoryOf(int number) => _histories[number];

    /// <summary>Begins an episode of which nothing is known but whose it is.</summary>
    public Episode Add(SerialHistory history, string primary, SerialNumber? offered, SerialNumber? held, SourceLine source)
    {
        if (Count == _pages.Length * PageLength)
        {
            _pages = [.. _pages, new EpisodeRecord[PageLength]];
        }

        while (_histories.Count <= history.Number)
        {
            _histories.Add(history);
        }

        _histories[history.Number] = history;
        ref var record = ref RecordOf(Count++);
        (record.History, record.Primary) = (history.Number, Primaries.Of(primary));
        (record.Offered, record.Held) = (offered?.Value ?? 0, held?.Value ?? 0);
        record.Flags = (offered is null ? 0 : EpisodeFlags.HasOffered) | (held is null ? 0 : EpisodeFlags.HasHeld);
        (record.File, record.Line) = (Files.Of(source.File), source.Line is >= 0 and < uint.MaxValue ? (uint)source.Line : uint.MaxValue);
        if (record.Line == uint.MaxValue)
        {
            NeedDetails(Count - 1).FarLine = source.Line;
        }

        return new Episode(this, Count - 1);
    }

    /// <summary>What is kept of an episode, to be changed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref EpisodeRecord RecordOf(int number) => ref _pages[(uint)number / PageLength][(uint)number % PageLength];

    /// <summary>Where the first complaint of an episode stands.</summary>
    public SourceLine SourceOf(int number)
    {
        ref var record = ref RecordOf(number);
        return new SourceLine(Files[record.File], record.Line < uint.MaxValue ? record.Line : NeedDetails(number).FarLine);
    }

    /// <summary>What few episodes have; null where one has nothing of it.</summary>
    public EpisodeDetails? DetailsOf(int number) => (RecordOf(number).Flags & EpisodeFlags.HasDetails) == 0 ? null : _details[number];

    /// <summary>The same, to be changed.</summary>
    public EpisodeDetails NeedDetails(int number)
    {
        if (DetailsOf(number) is { } known)
        {
            return known;
        }

        RecordOf(number).Flags |= EpisodeFlags.HasDetails;
        return _details[number] = new EpisodeDetails();
    }

    /// <summary>Lets go of what counts only as long as an episode goes on.</summary>
    public void DropDetails(int number)
    {
        if (DetailsOf(number) is { FellBack: null, MoreComplaints: 0, FarLine: 0 })
        {
            RecordOf(number).Flags &= ~EpisodeFlags.HasDetails;
            _details.Remove(number);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Episode> GetEnumerator()
    {
        for (var number = 0; number < Count; number++)
        {
            yield return new Episode(this, number);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
