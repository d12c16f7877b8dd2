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

    /// <summary>Stamp, host and tag, sixteen bytes of each, and two that may be read behind the tag: the blank, or the beginning of its last component.</summary>
    private const int LongestPlainHead = (3 * 16) + 2;
    private readonly byte[] _host = new byte[LongestHead];
    private readonly byte[] _head = new byte[LongestHead];
    private int _hostLength;
    private Vector128<byte> _hostMask;
    private Vector128<byte> _hostWord;
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
    internal bool IsOfOtherProgram(ReadOnlySpan<byte> line)
    {
        var tag = HostStart + _hostLength;
        return KnownHost > 0 && line.Length > tag + Vector128<byte>.Count && line[tag] != ' ' && IsClassic(line)
            && line[HostStart..tag].SequenceEqual(_host.AsSpan(0, _hostLength))
            && HasIdent(line, tag, out _, out var end, out _)
            && line.Slice(tag, BitOperations.TrailingZeroCount(end)) is var ident && !_programs.Contains(ident) && !ContainerTag.Is(ident);
    }

    /// <summary>
    /// Counts the lines that follow one another of which <see cref="IsOfOtherProgram"/> would say so and that have a stamp that is near: most lines of most
    /// logs, for which this loop is all that is done. It ends before a line that it cannot tell.
    /// </summary>
    /// <param name="text">The lines.</param>
    /// <param name="start">Where the first one begins.</param>
    /// <param name="ends">Where each of them ends.</param>
    /// <param name="near">The stamp that the first one is to be near to, and each line to the one before it; then that of the last one. None for any classic stamp.</param>
    internal int CountOfOtherPrograms(ReadOnlySpan<byte> text, int start, ReadOnlySpan<int> ends, ref NearStamp near)
    {
        if (KnownHost == 0 || _hostLength > Vector128<byte>.Count)
        {
            return 0;
        }

        var (count, passing, tag, isAny) = (0, near, HostStart + _hostLength, near.IsNone);
        for (; count < ends.Length; count++)
        {
            // What a line ends with, be it a carriage return, makes no difference here.
            var end = ends[count];
            if (end - start < LongestPlainHead)
            {
                break;
            }

            // Two branches cost less than one on what either says.
            var line = text.Slice(start, LongestPlainHead);
            if (isAny)
            {
                if (!IsClassic(line))
                {
                    break;
                }
            }
            else if (!passing.Reaches(line, ref passing))
            {
                break;
            }

            if ((Vector128.Create(line.Slice(HostStart, Vector128<byte>.Count)) & _hostMask) != _hostWord
                || !HasOtherProgram(line, tag))
            {
                break;
            }

            start = end + 1;
        }

        near = passing;
        return count;
    }

    /// <summary>Whether a tag is, beyond doubt, of a program that is not known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool HasOtherProgram(ReadOnlySpan<byte> line, int start)
    {
        if (!HasIdent(line, start, out var tag, out var end, out var firsts))
        {
            return false;
        }

        // What is known of an ident is its first component or its last: without a slash they are the same. One branch instead of four.
        var slashes = Vector128.Equals(tag, Vector128.Create((byte)'/')).ExtractMostSignificantBits() & (end - 1);
        var last = BinaryPrimitives.ReadUInt16LittleEndian(line[(start + BitOperations.Log2((slashes << 1) | 1))..]);
        return !(_programs.MayBegin(firsts) | _programs.MayBegin(last) | ((end == 1 << ContainerTag.Digits) & ContainerTag.Begins(tag)));
    }

    /// <summary>Whether a tag begins with an ident as programs have it, and a bracket, or a colon and a blank: AIX has <c>daemon:info</c> before it.</summary>
    /// <param name="line">A line that is longer than the sixteen bytes of the tag.</param>
    /// <param name="start">Where the tag begins.</param>
    /// <param name="tag">The first bytes of the tag.</param>
    /// <param name="end">A bit where the ident ends.</param>
    /// <param name="firsts">Its first two letters.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasIdent(ReadOnlySpan<byte> line, int start, out Vector128<byte> tag, out uint end, out ushort firsts)
    {
        var head = line.Slice(start, Vector128<byte>.Count + 1);
        tag = Vector128.Create(head);
        var isBeforeBlank = Vector128.Equals(Vector128.Create(head[1..]), Vector128.Create((byte)' '));
        var ends = (Vector128.Equals(tag, Vector128.Create((byte)'[')) | (Vector128.Equals(tag, Vector128.Create((byte)':')) & isBeforeBlank)).ExtractMostSignificantBits();

        // Of the bits the first one; 0 where there is none, and 1 where the ident is empty.
        (end, firsts) = (ends & (0 - ends), tag.AsUInt16().ToScalar());
        return end > 1 && (isBeforeBlank.ExtractMostSignificantBits() & ((end >> 1) - 1)) == 0 && (uint)((byte)firsts - '0') > '<' - '0';
    }

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
            || !line[HostStart..message].SequenceEqual(_head.AsSpan(0, _headLength)) || line[message] is (byte)'[' or (byte)'<' or (byte)' ' or (byte)'\t')
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
            if (name[0] == '<' || name[^2] is (byte)':' or (byte)']' || (name.Length == 5 && name.StartsWith("20"u8)) || ServerPrefix.MayBeginPowerDns(name))
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
        _hostMask = Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)Math.Min(name.Length, Vector128<byte>.Count)));
        _hostWord = Vector128.Create(_host.AsSpan(0, Vector128<byte>.Count)) & _hostMask;
    }
}
