using Org.BouncyCastle.Crypto.Digests;

namespace LogSerialAudit;

/// <summary>
/// SHA-256 (FIPS 180-4) of bytes that come piece by piece. .NET's own asks OpenSSL for it and ends the process where that is not
/// installed, as on a small machine to which one file was copied; this one needs nothing.
/// </summary>
public sealed class ContentHash
{
    /// <summary>The bytes of a hash.</summary>
    public const int Length = 32;

    private readonly Sha256Digest _digest = new();

    /// <summary>The hash of <paramref name="bytes"/> in hexadecimal digits, small ones.</summary>
    public static string HexOf(ReadOnlySpan<byte> bytes)
    {
        var hash = new ContentHash();
        hash.Append(bytes);
        return hash.EndHex();
    }

    /// <summary>The same for all that is left of a stream.</summary>
    public static async Task<string> HexOfAsync(Stream stream, CancellationToken cancellationToken)
    {
        var hash = new ContentHash();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var length)
        {
            hash.Append(buffer.AsSpan(0, length));
        }

        return hash.EndHex();
    }

    /// <summary>Takes more bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => _digest.BlockUpdate(bytes);

    /// <summary>The hash of all bytes since the beginning or the last end.</summary>
    /// <param name="hash">Where it goes, <see cref="Length"/> bytes.</param>
    public void End(Span<byte> hash) => _digest.DoFinal(hash);

    private string EndHex()
    {
        Span<byte> hash = stackalloc byte[Length];
        End(hash);
        return Convert.ToHexStringLower(hash);
    }
}
