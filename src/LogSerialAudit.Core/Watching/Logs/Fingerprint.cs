namespace LogSerialAudit.Watching.Logs;

/// <summary>A short text that stands for some bytes: half of their SHA-256.</summary>
internal static class Fingerprint
{
    /// <summary>The fingerprint of <paramref name="bytes"/>.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => ContentHash.HexOf(bytes)[..ContentHash.Length];
}
