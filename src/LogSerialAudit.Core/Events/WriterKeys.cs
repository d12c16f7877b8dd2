using System.Buffers.Binary;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Events;

/// <summary>Gives a number to each writer of a file's events, in order of first appearance.</summary>
internal sealed class WriterKeys
{
    private readonly TextPool _keys = new();
    private int _last = -1;
    private byte[] _lastKey = [];
    private uint _lastPid;
    private int _lastHead;

    /// <summary>The last new writer and all of its key but the process number: a flood of processes has one host and one program.</summary>
    private (byte[] Key, NewWriter Writer) _new = ([], default);

    /// <summary>The number of the writer that an envelope names; a new one is told to <paramref name="into"/>.</summary>
    public int Add(in Envelope envelope, FoundLines into)
    {
        if (envelope.Head > 0 && envelope.Head == _lastHead)
        {
            return _last;
        }

        _lastHead = envelope.Head;
        if (IsLast(envelope))
        {
            return _last;
        }

        var length = LengthOf(envelope);
        var key = length <= 512 ? stackalloc byte[length] : new byte[length];
        BinaryPrimitives.WriteUInt32LittleEndian(key, envelope.Pid);
        envelope.Host.CopyTo(key[4..]);
        key[4 + envelope.Host.Length] = 0;
        envelope.Program.CopyTo(key[(5 + envelope.Host.Length)..]);
        key[^(envelope.Within.Length + 1)] = 0;
        envelope.Within.CopyTo(key[^envelope.Within.Length..]);

        // The pool's number 0 is the empty text, which no key is.
        var known = _keys.Count - 1;
        _last = _keys.Add(key) - 1;
        (_lastKey, _lastPid) = (key[sizeof(uint)..].ToArray(), envelope.Pid);
        if (_last == known)
        {
            var isAlike = _new.Key.AsSpan().SequenceEqual(_lastKey) && _new.Key.Length > 0;
            _new = (_lastKey, isAlike ? _new.Writer with { Pid = envelope.Pid } : new NewWriter(LogText.Decode(envelope.Host), LogText.Decode(envelope.Program), envelope.Pid));
            into.NewWriters.Add(_new.Writer);
        }

        return _last;
    }

    /// <summary>Neighbouring lines mostly have one writer.</summary>
    private bool IsLast(in Envelope envelope)
    {
        var key = _lastKey.AsSpan();
        var (host, program) = (envelope.Host.Length, envelope.Program.Length);
        return envelope.Pid == _lastPid && key.Length == LengthOf(envelope) - sizeof(uint)
            && key[..host].SequenceEqual(envelope.Host) && key[host] == 0
            && key.Slice(host + 1, program).SequenceEqual(envelope.Program) && key[^(envelope.Within.Length + 1)] == 0
            && key.EndsWith(envelope.Within);
    }

    private static int LengthOf(in Envelope envelope) => envelope.Host.Length + envelope.Program.Length + envelope.Within.Length + 6;
}
