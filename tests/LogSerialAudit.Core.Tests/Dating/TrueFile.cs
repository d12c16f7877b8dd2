using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>A file of a made log.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Modified">Its time of last change.</param>
/// <param name="GzipTime">The time in its gzip header, in seconds since 1970; null for a plain file.</param>
internal sealed record TrueFile(string Name, IReadOnlyList<TrueLine> Lines, Instant Modified, uint? GzipTime)
{
    public byte[] Bytes
    {
        get
        {
            var text = Sources.Gz.Bytes(string.Concat(Lines.Select(line => line.Text + "\n")));
            if (GzipTime is not { } time)
            {
                return text;
            }

            // RFC 1952 section 2.3: MTIME stands at byte 4.
            var packed = Sources.Gz.Member(text);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(packed.AsSpan(4), time);
            return packed;
        }
    }
}
