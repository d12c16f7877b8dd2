using System.Buffers.Binary;
using LogSerialAudit.Dating;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Events;

/// <summary>The writers of a file's lines, each kept once and known by a number.</summary>
public sealed class WriterPool
{
    private readonly TextPool _keys = new();
    private readonly List<Writer> _writers = [];
    private byte[] _host = [];
    private byte[] _program = [];
    private int _last = -1;

    /// <summary>The writers, by number.</summary>
    public IReadOnlyList<Writer> All => _writers;

    /// <summary>The number of the writer that an envelope names.</summary>
    public int Add(in Envelope envelope, HostClock clock)
    {
        if (_last >= 0 && envelope.Pid == _writers[_last].Pid && clock == _writers[_last].Clock && IsLast(envelope))
        {
            return _last;
        }

        var length = envelope.Host.Length + envelope.Program.Length + envelope.Within.Length + 6;
        var key = length <= 512 ? stackalloc byte[length] : new byte[length];
        BinaryPrimitives.WriteUInt32LittleEndian(key, envelope.Pid);
        envelope.Host.CopyTo(key[4..]);
        key[4 + envelope.Host.Length] = 0;
        envelope.Program.CopyTo(key[(5 + envelope.Host.Length)..]);
        key[^(envelope.Within.Length + 1)] = 0;
        envelope.Within.CopyTo(key[^envelope.Within.Length..]);

        // The pool's number 0 is the empty text, which no key is.
        var id = _keys.Add(key) - 1;
        if (id == _writers.Count)
        {
            _writers.Add(new Writer(LogText.Decode(envelope.Host), LogText.Decode(envelope.Program), envelope.Pid, clock));
        }

        (_host, _program, _last) = (envelope.Host.ToArray(), envelope.Program.ToArray(), id);
        return id;
    }

    /// <summary>Neighbouring lines mostly have one writer.</summary>
    private bool IsLast(in Envelope envelope) => envelope.Program.SequenceEqual(_program) && envelope.Host.SequenceEqual(_host);
}
