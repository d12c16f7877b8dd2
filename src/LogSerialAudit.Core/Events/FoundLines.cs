using System.Runtime.CompilerServices;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Events;

/// <summary>What <see cref="LineScanner"/> has found in a block or a few, without them: to be taken by <see cref="FileScanner"/> in the order of blocks. It is used again and again.</summary>
internal sealed class FoundLines
{
    private const int Small = 32;

    private FoundLine[] _lines = new FoundLine[4];
    private byte[] _texts = [];
    private int _used;

    /// <summary>How many lines were found.</summary>
    public int Count { get; private set; }

    /// <summary>The lines.</summary>
    public ReadOnlySpan<FoundLine> Lines => _lines.AsSpan(0, Count);

    /// <summary>What the events say.</summary>
    public EventPage Events { get; set; } = new(events: 2, bytes: 64);

    /// <summary>The texts that slices are of.</summary>
    public ReadOnlySpan<byte> Texts => _texts;

    /// <summary>How many lines the blocks have.</summary>
    public long BlockLines { get; set; }

    /// <summary>How many lines of servers were shortened by what showed them, and the number of the first.</summary>
    public (long Count, long First) Shortened { get; set; }

    /// <summary>What the file so far shows of the order of day and month in dates with slashes.</summary>
    public SlashOrder Slashes { get; set; }

    /// <summary>How many bytes of the file were read so far, compressed or not.</summary>
    public long RawBytes { get; set; }

    /// <summary>The header of the file's first gzip member; null for plain text.</summary>
    public GzipHeader? Gzip { get; set; }

    /// <summary>The part of a document that the block is of.</summary>
    public DocumentPart? Part { get; set; }

    /// <summary>The hosts that no block before has named, in order of their numbers.</summary>
    public List<HostSight> NewHosts { get; } = [];

    /// <summary>The writers that no event before has, in order of their numbers.</summary>
    public List<NewWriter> NewWriters { get; } = [];

    /// <summary>The zones that no event before has, each with the number that <see cref="ZoneKeys"/> gave it and what <see cref="ZonePool"/> takes.</summary>
    public List<(int Number, Slice Key)> NewZones { get; } = [];

    /// <summary>How many bytes it holds.</summary>
    public long HeldBytes => ((long)_lines.Length * Unsafe.SizeOf<FoundLine>()) + _texts.Length + Events.HeldBytes;

    /// <summary>Whether so little was found that it would hold another block's as well.</summary>
    public bool IsSmall => Count + Events.Count < Small;

    /// <summary>Forgets all, for the next block.</summary>
    public void Clear()
    {
        (Count, _used, BlockLines, Part, Shortened, Slashes) = (0, 0, 0, null, default, default);
        Events.Clear();
        NewHosts.Clear();
        NewWriters.Clear();
        NewZones.Clear();
    }

    /// <summary>Counts a line that was shortened.</summary>
    public void NoteShortened(long number) => Shortened = (Shortened.Count + 1, Shortened.Count == 0 ? number : Shortened.First);

    /// <summary>One more line, to be filled.</summary>
    public ref FoundLine Add(FoundAs what)
    {
        if (Count == _lines.Length)
        {
            Array.Resize(ref _lines, Count * 2);
        }

        ref var line = ref _lines[Count++];
        line = default;
        line.As = what;
        return ref line;
    }

    /// <summary>One more event, all of which is to be filled.</summary>
    /// <param name="host">The number of its host.</param>
    /// <param name="isSeen">Whether its stamp is still to be shown to the clock.</param>
    public ref LogEvent AddEvent(int host, bool isSeen)
    {
        if (isSeen || Count == 0 || _lines[Count - 1] is not { As: FoundAs.Event, IsSeen: false } last || last.Host != host)
        {
            ref var line = ref Add(FoundAs.Event);
            (line.IsSeen, line.Host, line.Event) = (isSeen, host, Events.Count);
        }

        _lines[Count - 1].Events++;
        return ref Events.Add();
    }

    /// <summary>Takes note of the last event, when it is filled.</summary>
    public void Note(in LogEvent added)
    {
        ref var line = ref _lines[Count - 1];
        line.IsEven = !added.TurnsProcess && (line.Events == 1 || (line.IsEven && added.GoesOnFrom(Events.Plain![Events.Count - 2])));
    }

    /// <summary>Room for a text of some length, of which <see cref="Use"/> keeps as much as was written.</summary>
    public Span<byte> Room(int length)
    {
        if (_texts.Length - _used < length)
        {
            Array.Resize(ref _texts, Math.Max(_texts.Length * 2, _used + length));
        }

        return _texts.AsSpan(_used);
    }

    /// <summary>Keeps what was written.</summary>
    public Slice Use(int length)
    {
        _used += length;
        return new Slice(_used - length, length);
    }
}
