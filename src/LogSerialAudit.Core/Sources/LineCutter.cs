using LogSerialAudit.Sources.Archives;
using LogSerialAudit.Sources.Codecs;

namespace LogSerialAudit.Sources;

/// <summary>Cuts a stream of bytes into blocks at line ends. Which lines come out, and with which numbers, does not depend on how the bytes come in.</summary>
/// <param name="source">The bytes.</param>
/// <param name="isEager">Whether a line is delivered as soon as it is there.</param>
/// <param name="firstLine">The number of the line that the source stands at; where it is not the first one, nothing is judged by its beginning.</param>
/// <param name="leavesRest">Whether a last line without its end is left out.</param>
internal sealed class LineCutter(ByteSource? source, bool isEager, long firstLine = 1, bool leavesRest = false) : IDisposable
{
    // A pipe may have a reader in a hurry behind it: this much is enough to tell what it carries.
    private const int EagerHead = 512;

    private readonly byte[] _one = new byte[1];
    private ByteSource? _source = source;
    private byte[] _carry = [];
    private int _carried;
    private bool _isBegun = firstLine > 1;
    private bool _isEnded = source is null;
    private bool _isDone = source is null;
    private bool _isSkipping;
    private bool _isBehindNul;
    private bool _hasReturnsOnly;
    private long _offset;
    private long _line = firstLine;

    public ReadTotals Totals { get; private set; }

    /// <summary>What the source turned out to hold where that is not text.</summary>
    public ContentKind? Refused { get; private set; }

    /// <summary>Where that is an archive that comes through a pipe: all of it, from its first byte on.</summary>
    public ByteSource? Archive { get; private set; }

    private bool IsDamaged => _source!.Fault is { Kind: not DamageKind.TrailingGarbage };

    public void Dispose() => _source?.Dispose();

    public bool Next(LineBlock block, CancellationToken cancel)
    {
        var buffer = block.Buffer;
        var filled = _carried;
        _carry.AsSpan(0, _carried).CopyTo(buffer);
        _carried = 0;
        while (!_isDone)
        {
            Fill(buffer, ref filled, cancel);
            if (!_isBegun)
            {
                if (!Begin(buffer, ref filled, cancel))
                {
                    return false;
                }

                _hasReturnsOnly = HasReturnsOnly(buffer.AsSpan(0, Math.Min(filled, Content.HeadLength)));
                EndLinesAtReturns(buffer.AsSpan(0, filled));
            }

            if (_isSkipping)
            {
                Skip(buffer, ref filled);
                if (_isSkipping && !_isEnded)
                {
                    continue;
                }
            }

            var whole = buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (whole > 0)
            {
                Keep(buffer.AsSpan(whole, filled - whole));
                Deliver(block, whole);
                return true;
            }

            if (_isEnded)
            {
                return DeliverRest(block, filled);
            }

            if (filled == buffer.Length)
            {
                BeginSkip(buffer, ref filled);
            }
        }

        return false;
    }

    private void Fill(byte[] buffer, ref int filled, CancellationToken cancel)
    {
        var scanned = 0;
        while (filled < buffer.Length && !_isEnded)
        {
            if (isEager && (_isBegun || filled >= EagerHead))
            {
                if (buffer.AsSpan(scanned, filled - scanned).Contains((byte)'\n'))
                {
                    return;
                }

                scanned = filled;
            }

            cancel.ThrowIfCancellationRequested();
            filled += ReadSome(buffer.AsSpan(filled));
        }
    }

    private int ReadSome(Span<byte> into)
    {
        var count = _source!.Read(into);
        _isEnded = count == 0;
        Totals = Totals with { BytesRead = Totals.BytesRead + count };
        EndLinesAtReturns(into[..count]);
        return count;
    }

    /// <summary>Whether lines end with carriage returns alone: so old Macs wrote them, and a bad transfer leaves them.</summary>
    private static bool HasReturnsOnly(ReadOnlySpan<byte> head) => head.Contains((byte)'\r') && !head.Contains((byte)'\n');

    private void EndLinesAtReturns(Span<byte> text)
    {
        if (_hasReturnsOnly)
        {
            text.Replace((byte)'\r', (byte)'\n');
        }
    }

    private bool Begin(byte[] buffer, ref int filled, CancellationToken cancel)
    {
        _isBegun = true;
        var head = buffer.AsSpan(0, Math.Min(filled, isEager ? EagerHead : Content.HeadLength));
        if (head.StartsWith<byte>([0xef, 0xbb, 0xbf]))
        {
            Drop(buffer, ref filled, 3);
            Totals = Totals with { BomBytes = 3 };
            return true;
        }

        // Of what damage has left over too little may be there to judge by.
        var kind = Content.KindOf(head);
        if (kind == ContentKind.Utf16)
        {
            Decode(buffer, ref filled, cancel);
            return true;
        }

        if (kind is ContentKind.Text or ContentKind.Empty || (kind == ContentKind.Binary && IsDamaged))
        {
            return true;
        }

        _isDone = true;
        if (isEager && Content.IsArchive(kind))
        {
            Archive = new ReplayedSource(buffer.AsSpan(0, filled).ToArray(), _source!);
            Totals = default;
            return false;
        }

        Refused = kind;
        while (!isEager && !_isEnded)
        {
            cancel.ThrowIfCancellationRequested();
            ReadSome(buffer);
        }

        Totals = Totals with { UnreadableBytes = Totals.BytesRead };
        return false;
    }

    private void Deliver(LineBlock block, int length)
    {
        block.Fill(length);
        (block.FirstLine, block.FirstByte) = (_line, _offset);
        _line += block.LineCount;
        _offset += length;
        Totals = Totals with { Lines = Totals.Lines + block.LineCount, LineBytes = Totals.LineBytes + length };
    }

    private bool DeliverRest(LineBlock block, int length)
    {
        _isDone = true;
        if (IsDamaged || leavesRest)
        {
            Totals = Totals with { UnreadableBytes = Totals.UnreadableBytes + length };
            return false;
        }

        if (length > 0)
        {
            if (_isSkipping)
            {
                CountAsShortened();
            }

            Deliver(block, length);
        }

        return length > 0;
    }

    /// <summary>Begins anew with the text as UTF-8, which is what is counted.</summary>
    private void Decode(byte[] buffer, ref int filled, CancellationToken cancel)
    {
        var head = buffer.AsSpan(0, filled).ToArray();
        _source = new Utf16Source(head, new ReplayedSource(head, _source!));
        (filled, _isEnded) = (0, false);
        Totals = Totals with { BytesRead = 0 };
        Fill(buffer, ref filled, cancel);
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        if (_carry.Length < rest.Length)
        {
            _carry = new byte[Math.Min(LineBlock.Capacity, Math.Max(4096, rest.Length * 2))];
        }

        rest.CopyTo(_carry);
        _carried = rest.Length;
    }

    private void BeginSkip(byte[] buffer, ref int filled)
    {
        // A last line without newline may fill the block to the byte.
        if (ReadSome(_one) == 0)
        {
            return;
        }

        (_isSkipping, _isBehindNul) = (true, false);
        Totals = Totals with { LongLines = Totals.LongLines + 1, FirstLongLine = Totals.FirstLongLine == 0 ? _line : Totals.FirstLongLine };
        Skip(buffer, ref filled);
        if (filled == buffer.Length)
        {
            throw new InvalidOperationException("A skipped line left no room in its block.");
        }

        buffer[filled++] = _one[0];
    }

    /// <summary>
    /// Drops what belongs to the long line. A crash leaves runs of NUL bytes, at times of megabytes, with the first line written
    /// afterwards right behind: what follows the last NUL is that line.
    /// </summary>
    private void Skip(byte[] buffer, ref int filled)
    {
        var end = buffer.AsSpan(0, filled).IndexOf((byte)'\n');
        var dropped = buffer.AsSpan(0, end < 0 ? filled : end).LastIndexOf((byte)0) + 1;
        _isBehindNul |= dropped > 0;
        if (end < 0 && (!_isBehindNul || filled - dropped == buffer.Length))
        {
            (dropped, _isBehindNul) = (filled, false);
        }
        else if (end >= 0)
        {
            _isSkipping = false;
            if (!_isBehindNul || end == dropped)
            {
                dropped = end + 1;
                _line++;
            }
            else
            {
                CountAsShortened();
            }
        }

        Totals = Totals with { LongLineBytes = Totals.LongLineBytes + dropped };
        Drop(buffer, ref filled, dropped);
    }

    private void CountAsShortened() =>
        Totals = Totals with { LongLines = Totals.LongLines - 1, ShortenedLines = Totals.ShortenedLines + 1 };

    private void Drop(byte[] buffer, ref int filled, int count)
    {
        buffer.AsSpan(count, filled - count).CopyTo(buffer);
        filled -= count;
        _offset += count;
    }
}
