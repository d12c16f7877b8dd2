using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LogSerialAudit.Lines;

/// <content>
/// What the last classic lines had before their messages: lines with the same bytes there are not taken apart again. That
/// is nearly every line of most logs.
/// </content>
public sealed partial class EnvelopeReader
{
    /// <summary><c>Mar  1 09:23:51 </c>: where the host begins.</summary>
    internal const int HostStart = 16;

    /// <summary>Where the time of day begins.</summary>
    internal const int ClockStart = 7;

    private const int LongestHead = 160;
    private readonly byte[] _host = new byte[LongestHead];
    private readonly byte[] _head = new byte[LongestHead];
    private int _hostLength;
    private ulong _hostMask;
    private ulong _hostWord;
    private int _headLength;
    private int _headHostLength;
    private int _headHost;
    private int _headNumber;
    private Range _headProgram;
    private uint _headPid;
    private int _lastHost;

    /// <summary>
    /// The number of the host that the last line names, where that is a classic line with the host in its usual place; a host
    /// gets a new one each time that another stood between. 0 where the last line was of another form.
    /// </summary>
    internal int KnownHost { get; private set; }

    /// <summary>The first eight bytes of a line, up to the first digit of the hour.</summary>
    internal static ulong FirstWord(ReadOnlySpan<byte> line) => BinaryPrimitives.ReadUInt64LittleEndian(line);

    /// <summary>The next eight bytes, up to the blank before the host.</summary>
    internal static ulong SecondWord(ReadOnlySpan<byte> line) => BinaryPrimitives.ReadUInt64LittleEndian(line[sizeof(ulong)..]);

    /// <summary>
    /// Whether a line is, beyond doubt, a classic one of the <see cref="KnownHost"/> and of a program that is none of those
    /// known: what <see cref="Read"/> would say of it, by a few comparisons.
    /// </summary>
    internal bool IsOfOtherProgram(ReadOnlySpan<byte> line) =>
        line.Length >= HostStart && IsClassic(line) && IsOfOtherProgramBehindStamp(line);

    /// <summary>The same of a line that has a classic stamp, for all that is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsOfOtherProgramBehindStamp(ReadOnlySpan<byte> line)
    {
        var tag = HostStart + _hostLength;
        if (KnownHost == 0 || line.Length < tag + Vector128<byte>.Count || !IsOfKnownHost(line))
        {
            return false;
        }

        var word = Vector128.Create(line.Slice(tag, Vector128<byte>.Count));
        var ends = (Vector128.Equals(word, Vector128.Create((byte)'[')) | Vector128.Equals(word, Vector128.Create((byte)':')) | Vector128.Equals(word, Vector128.Create((byte)' ')))
            .ExtractMostSignificantBits();
        var length = BitOperations.TrailingZeroCount(ends);
        var firsts = word.AsUInt16().ToScalar();
        if (ends == 0 || length == 0 || line[tag + length] == ' ' || (byte)firsts == '<' || char.IsAsciiDigit((char)(byte)firsts))
        {
            return false;
        }

        // What is known of an ident is its first component or its last.
        var slashes = Vector128.Equals(word, Vector128.Create((byte)'/')).ExtractMostSignificantBits() & ((1u << length) - 1);
        return (!_programs.MayBegin(firsts) && (slashes == 0 || !_programs.MayBegin(BinaryPrimitives.ReadUInt16LittleEndian(line[(tag + BitOperations.Log2(slashes) + 1)..]))))
            || !_programs.Contains(line.Slice(tag, length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsOfKnownHost(ReadOnlySpan<byte> line) => _hostLength <= sizeof(ulong)
        ? (BinaryPrimitives.ReadUInt64LittleEndian(line[HostStart..]) & _hostMask) == _hostWord
        : line.Slice(HostStart, _hostLength).SequenceEqual(_host.AsSpan(0, _hostLength));

    /// <summary>
    /// Whether a line that has a classic stamp, for all that is known, has the head of a line of a server: host, program and process are those of
    /// the last line with that <see cref="Envelope.Head"/>.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="head">The number of the head.</param>
    /// <param name="message">Where its message begins, which is not empty.</param>
    internal bool HasHead(ReadOnlySpan<byte> line, int head, out int message)
    {
        message = HostStart + _headLength;
        return head == _headNumber && KnownHost == _headHost && line.Length > message && line[HostStart..message].SequenceEqual(_head.AsSpan(0, _headLength));
    }

    /// <summary>Reads a line that has the head of the last line of a server.</summary>
    private bool TryReadKnown(ReadOnlySpan<byte> line, ref Envelope envelope)
    {
        var message = HostStart + _headLength;
        if (_headLength == 0 || line.Length <= message || !IsClassic(line)
            || !line[HostStart..message].SequenceEqual(_head.AsSpan(0, _headLength)) || line[message] is (byte)'[' or (byte)' ' or (byte)'\t')
        {
            return false;
        }

        if (_headHost != _lastHost)
        {
            SetHost(_head.AsSpan(0, _headHostLength));
            _headHost = _lastHost;
        }

        KnownHost = _namesNoHost ? 0 : _lastHost;
        var head = line[HostStart..message];
        envelope.StampForm = StampForm.Classic;
        envelope.StampText = line;
        envelope.Host = head[..(_headHostLength - 1)];
        envelope.Program = head[_headProgram];
        envelope.Pid = _headPid;
        envelope.Head = _headNumber;
        envelope.IsSyslog = true;
        envelope.Message = line[message..];
        return true;
    }

    /// <summary>Whether a line has the separators of the common classic stamp, behind a letter.</summary>
    internal static bool IsClassic(ReadOnlySpan<byte> line) =>
        (line[0] | 0x20) is >= 'a' and <= 'z'
        && (FirstWord(line) & 0x00ff_0000_ff00_0000) == 0x0020_0000_2000_0000
        && (SecondWord(line) & 0xff00_00ff_0000_ff00) == 0x2000_003a_0000_3a00;

    /// <summary>Remembers what <see cref="Read"/> has found before the message of a line.</summary>
    private void Remember(ReadOnlySpan<byte> line, in Envelope envelope)
    {
        KnownHost = 0;
        var host = envelope.Host.Length + 1;
        if (_namesNoHost || host == 1 || line.Length <= HostStart + host || host > LongestHead || !IsClassic(line)
            || !envelope.Host.Overlaps(line, out var before) || -before != HostStart || line[HostStart + host - 1] != ' ')
        {
            return;
        }

        var name = line.Slice(HostStart, host);
        if (!name.SequenceEqual(_host.AsSpan(0, _hostLength)))
        {
            // What could be another thing than a host, with another message behind it, says nothing of the next line.
            if (name[0] == '<' || name[^2] is (byte)':' or (byte)']' || ServerPrefix.MayBeginPowerDns(name))
            {
                return;
            }

            SetHost(name);
        }

        KnownHost = _lastHost;
        if (envelope.Pid > 0 && IsServer(envelope) && envelope.Message.Overlaps(line, out before) && -before - HostStart is > 0 and <= LongestHead and var head
            && line[HostStart + head - 1] == ' ') // without it ("named[17]:text"), a blank behind the same bytes would be taken for the message's
        {
            var program = name.Length + line[(HostStart + host)..].IndexOf(envelope.Program);
            line.Slice(HostStart, head).CopyTo(_head);
            (_headLength, _headHostLength, _headHost, _headPid) = (head, host, _lastHost, envelope.Pid);
            _headNumber++;
            _headProgram = program..(program + envelope.Program.Length);
        }
    }

    private void SetHost(ReadOnlySpan<byte> name)
    {
        name.CopyTo(_host);
        (_hostLength, _lastHost) = (name.Length, _lastHost + 1);
        _hostMask = name.Length < sizeof(ulong) ? (1UL << (name.Length * 8)) - 1 : ulong.MaxValue;
        _hostWord = BinaryPrimitives.ReadUInt64LittleEndian(_host) & _hostMask;
    }
}
