using System.Buffers.Binary;

namespace LogSerialAudit.Sources.Codecs;

/// <summary>The checksum of a block's text, of the kind that the stream names (The .xz File Format, section 2.1.1.2).</summary>
internal sealed class XzCheck(int kind)
{
    private const int Crc32Kind = 1;
    private const int Crc64Kind = 4;
    private const int Sha256Kind = 10;

    private readonly ContentHash? _sha = kind == Sha256Kind ? new() : null;
    private uint _crc32;
    private ulong _crc64;

    /// <summary>The bytes that it takes, known for unknown kinds too.</summary>
    public int Length => kind == 0 ? 0 : 4 << ((kind - 1) / 3);

    public void Append(ReadOnlySpan<byte> text)
    {
        _crc32 = kind == Crc32Kind ? Crc32.Append(_crc32, text) : 0;
        _crc64 = kind == Crc64Kind ? Crc64.Append(_crc64, text) : 0;
        _sha?.Append(text);
    }

    /// <summary>Whether <paramref name="stored"/> is the sum of what was appended; what is of an unknown kind cannot be checked.</summary>
    public bool IsGood(ReadOnlySpan<byte> stored) => kind switch
    {
        Crc32Kind => BinaryPrimitives.ReadUInt32LittleEndian(stored) == _crc32,
        Crc64Kind => BinaryPrimitives.ReadUInt64LittleEndian(stored) == _crc64,
        Sha256Kind => IsSha(stored),
        _ => true,
    };

    private bool IsSha(ReadOnlySpan<byte> stored)
    {
        Span<byte> hash = stackalloc byte[ContentHash.Length];
        _sha!.End(hash);
        return stored.SequenceEqual(hash);
    }
}
