using System.Buffers;
using MimeKit.Encodings;

namespace LogSerialAudit.Sources.Documents;

/// <summary>The content of a packed attachment, gathered line by line up to a bound.</summary>
/// <param name="decoder">Takes the encoding off; null where there is none.</param>
internal sealed class PackedBody(IMimeDecoder? decoder)
{
    /// <summary>More than this of an attachment is not held in memory.</summary>
    public const int Longest = 64 * 1024 * 1024;

    private ArrayBufferWriter<byte> _bytes = new();
    private byte[] _output = [];

    /// <summary>Whether it is longer than can be held.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Takes a line with its line end.</summary>
    public void Take(ReadOnlySpan<byte> line)
    {
        if (IsTooLong)
        {
            return;
        }

        if (decoder is null)
        {
            _bytes.Write(line);
        }
        else
        {
            var input = line.ToArray();
            var most = decoder.EstimateOutputLength(input.Length);
            _output = _output.Length < most ? new byte[most * 2] : _output;
            _bytes.Write(_output.AsSpan(0, decoder.Decode(input, 0, input.Length, _output)));
        }

        IsTooLong = _bytes.WrittenCount > Longest;
        _bytes = IsTooLong ? new ArrayBufferWriter<byte>() : _bytes;
    }

    /// <summary>The file; the line end before the boundary is not part of it (RFC 2046 section 5.1.1).</summary>
    public byte[] ToArray() => (decoder is null ? _bytes.WrittenSpan.TrimEnd("\r\n"u8) : _bytes.WrittenSpan).ToArray();
}
