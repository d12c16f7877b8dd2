using System.IO.Compression;

namespace LogSerialAudit.Sources;

/// <summary>
/// The text of a gzip file (RFC 1952), all members of it. The library's own gzip stream is not used: it drops the text it has
/// just got when a checksum is wrong, and says neither where a member ends nor that something stands behind the last one. Here it
/// only inflates; header, checksum, length and what follows are looked at in this class and in <see cref="GzipTrailer"/>.
/// </summary>
internal sealed class GzipSource : ByteSource
{
    private readonly RawInput _raw;
    private readonly CompressedInput _input;
    private DeflateStream? _member;
    private GzipHeader? _header;
    private bool _ended;
    private long _bodyStart;
    private long _size;
    private uint _crc;
    private ReadOnlyMemory<byte> _recovered;

    public GzipSource(RawInput raw)
    {
        _raw = raw;
        _input = new CompressedInput(raw);
    }

    public override long RawPosition => _input.Given;

    public override ContentKind Packing => ContentKind.Gzip;

    public override GzipHeader? Header => _header;

    public override int Read(Span<byte> into)
    {
        try
        {
            while (_recovered.IsEmpty && !_ended)
            {
                if (_member is null)
                {
                    BeginMember();
                }
                else if (Inflate(into) is var count and > 0)
                {
                    return count;
                }
            }
        }
        catch (IOException error)
        {
            End(ReadError(error, _input.Given));
        }

        var rest = Math.Min(into.Length, _recovered.Length);
        _recovered.Span[..rest].CopyTo(into);
        _recovered = _recovered[rest..];
        return rest;
    }

    public override void Dispose()
    {
        _member?.Dispose();
        _input.Dispose();
        base.Dispose();
    }

    private void BeginMember()
    {
        var start = _input.Given;
        if (GzipHeader.Take(_input, out var isCut) is not { } header)
        {
            End(isCut ? CutShort() : new SourceFault(DamageKind.Corrupt, start, $"the gzip header at byte {start} is damaged"));
            return;
        }

        _header ??= header;
        (_bodyStart, _size, _crc) = (_input.Given, 0, 0);
        _member = new DeflateStream(_input, CompressionMode.Decompress, leaveOpen: true);
    }

    private int Inflate(Span<byte> into)
    {
        int count;
        try
        {
            count = _member!.Read(into);
        }
        catch (InvalidDataException)
        {
            // Thrown for an early end too, where the library's strict validation is on; no text is lost with that one.
            EndAtBadData();
            return 0;
        }

        if (count > 0)
        {
            _crc = Crc32.Append(_crc, into[..count]);
            _size += count;
        }
        else if (_input.SawEnd)
        {
            End(CutShort());
        }
        else
        {
            EndMember();
        }

        return count;
    }

    private void EndAtBadData()
    {
        if (_input.SawEnd)
        {
            End(CutShort());
            return;
        }

        var place = _input.LastPiece;
        if (_raw.CanReadAgain)
        {
            (_recovered, place) = GzipRecovery.Rest(_raw, _bodyStart, _input.LastPiece, _size);
        }

        End(new SourceFault(DamageKind.Corrupt, place, $"compressed data is damaged near byte {place}", MayLackText: !_raw.CanReadAgain));
    }

    private void EndMember()
    {
        _member!.Dispose();
        _member = null;
        var trailer = GzipTrailer.Take(_input, _bodyStart, _crc, _size);
        if (trailer == GzipTrailer.State.Good)
        {
            FindNextMember();
            return;
        }

        var (end, cut) = (_input.Given, CutShort());
        if (_raw.CanReadAgain)
        {
            // The end of the data is not to be found by the trailer that should stand there: go through it again.
            (trailer, end) = GzipRecovery.JudgeTrailer(_raw, _bodyStart, _input.LastPiece, _crc);
        }

        End(trailer switch
        {
            GzipTrailer.State.Cut => cut,
            GzipTrailer.State.WrongLength => new SourceFault(DamageKind.Checksum, end, $"the length stored at byte {end + 4} does not match the text"),
            _ when !_raw.CanReadAgain => new SourceFault(DamageKind.Checksum, end, $"the checksum behind the text, near byte {end}, is wrong or missing"),
            _ => new SourceFault(DamageKind.Checksum, end, $"the checksum stored at byte {end} does not match the text, so some of it is wrong"),
        });
    }

    private void FindNextMember()
    {
        var (nuls, place) = (0L, _input.Given);
        while (true)
        {
            var next = _input.Peek(2);
            if (next.IsEmpty)
            {
                End(null); // Padding with NUL, as tapes have it, is no fault.
                return;
            }

            if (next is [0x1f, 0x8b])
            {
                return;
            }

            if (next[0] != 0)
            {
                break;
            }

            nuls++;
            _input.MoveTo(_input.Given + 1);
        }

        var garbage = 0L;
        for (var stretch = _input.Peek(4096).Length; stretch > 0; stretch = _input.Peek(4096).Length)
        {
            garbage += stretch;
            _input.MoveTo(_input.Given + stretch);
        }

        place += nuls;
        End(new SourceFault(DamageKind.TrailingGarbage, place,
            $"{garbage} {(garbage == 1 ? "byte" : "bytes")} after the end of the compressed data, from byte {place} on, are no gzip data and were left out"));
    }

    private void End(SourceFault? fault)
    {
        _ended = true;
        Fault = fault;
    }

    private SourceFault CutShort()
    {
        var end = _input.Given + _input.Peek(1 << 17).Length;
        return ShrunkFault(_raw) ?? new SourceFault(DamageKind.Truncated, end, $"compressed data ends early at byte {end} (of {_raw.ExpectedLength ?? end})");
    }
}
