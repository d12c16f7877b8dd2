using LogSerialAudit.Lines;

namespace LogSerialAudit.Events;

/// <summary>Byte strings that come again and again, each kept once and known by a number. 0 is the empty one.</summary>
public sealed class TextPool
{
    private readonly Dictionary<byte[], int> _ids = new(ByteComparer.Instance);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly List<byte[]> _texts = [];

    /// <summary>Makes a pool that holds the empty text.</summary>
    public TextPool()
    {
        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<byte>>();
        Add([]);
    }

    /// <summary>How many different texts there are.</summary>
    public int Count => _texts.Count;

    /// <summary>The text of a number.</summary>
    public ReadOnlyMemory<byte> this[int id] => _texts[id];

    /// <summary>The number of a text; a new one where it is new.</summary>
    public int Add(ReadOnlySpan<byte> text)
    {
        if (_lookup.TryGetValue(text, out var id))
        {
            return id;
        }

        id = _texts.Count;
        var kept = text.ToArray();
        _texts.Add(kept);
        _ids.Add(kept, id);
        return id;
    }
}
