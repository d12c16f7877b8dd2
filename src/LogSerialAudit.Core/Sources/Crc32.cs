using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LogSerialAudit.Sources;

/// <summary>
/// The CRC-32 of gzip (RFC 1952 section 8). It is computed here and not by the library, because the library throws a member's
/// last bytes away when the sum is wrong, and does not say where the member ended.
/// </summary>
internal static class Crc32
{
    private const uint Polynomial = 0xedb8_8320;
    private static readonly uint[] Tables = BuildTables();

    /// <summary>The sum of <paramref name="data"/> after data whose sum is <paramref name="crc"/> (0 at the start).</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> data)
    {
        crc = ~crc;
        if (Pclmulqdq.IsSupported && Sse2.IsSupported && data.Length >= 64)
        {
            var folded = data.Length & ~15;
            crc = Fold(crc, data[..folded]);
            data = data[folded..];
        }

        return ~BySlices(crc, data);
    }

    /// <summary>The same without vector instructions.</summary>
    internal static uint AppendPortably(uint crc, ReadOnlySpan<byte> data) => ~BySlices(~crc, data);

    private static uint BySlices(uint crc, ReadOnlySpan<byte> data)
    {
        var tables = Tables;
        while (data.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(data) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            crc = tables[(7 * 256) + (int)(low & 255)] ^ tables[(6 * 256) + (int)((low >> 8) & 255)]
                ^ tables[(5 * 256) + (int)((low >> 16) & 255)] ^ tables[(4 * 256) + (int)(low >> 24)]
                ^ tables[(3 * 256) + (int)(high & 255)] ^ tables[(2 * 256) + (int)((high >> 8) & 255)]
                ^ tables[256 + (int)((high >> 16) & 255)] ^ tables[(int)(high >> 24)];
            data = data[8..];
        }

        foreach (var value in data)
        {
            crc = tables[(int)((crc ^ value) & 255)] ^ (crc >> 8);
        }

        return crc;
    }

    // Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel 2009; constants for
    // the bit-reflected polynomial. Takes a multiple of 16 bytes, at least 64.
    private static uint Fold(uint crc, ReadOnlySpan<byte> data)
    {
        var by64 = Vector128.Create(0x1_5444_2bd4UL, 0x1_c6e4_1596UL);
        var by16 = Vector128.Create(0x1_7519_97d0UL, 0x0_ccaa_009eUL);
        var words = MemoryMarshal.Cast<byte, ulong>(data);

        var x0 = Load(words, 0) ^ Vector128.CreateScalar((ulong)crc);
        var (x1, x2, x3) = (Load(words, 2), Load(words, 4), Load(words, 6));
        words = words[8..];
        while (words.Length >= 8)
        {
            x0 = Step(x0, by64) ^ Load(words, 0);
            x1 = Step(x1, by64) ^ Load(words, 2);
            x2 = Step(x2, by64) ^ Load(words, 4);
            x3 = Step(x3, by64) ^ Load(words, 6);
            words = words[8..];
        }

        x0 = Step(x0, by16) ^ x1;
        x0 = Step(x0, by16) ^ x2;
        x0 = Step(x0, by16) ^ x3;
        for (; words.Length >= 2; words = words[2..])
        {
            x0 = Step(x0, by16) ^ Load(words, 0);
        }

        // What is left is a message of 16 bytes with the same remainder.
        Span<byte> rest = stackalloc byte[16];
        x0.AsByte().CopyTo(rest);
        return BySlices(0, rest);
    }

    private static Vector128<ulong> Load(ReadOnlySpan<ulong> words, int at) => Vector128.Create(words.Slice(at, 2));

    private static Vector128<ulong> Step(Vector128<ulong> x, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(x, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(x, by, 0x11);

    private static uint[] BuildTables()
    {
        var tables = new uint[8 * 256];
        for (var value = 0u; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }

            tables[value] = crc;
        }

        for (var at = 256; at < tables.Length; at++)
        {
            tables[at] = (tables[at - 256] >> 8) ^ tables[tables[at - 256] & 255];
        }

        return tables;
    }
}
