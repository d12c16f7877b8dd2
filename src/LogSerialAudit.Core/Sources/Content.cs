using System.Buffers;
using System.Buffers.Binary;
using LogSerialAudit.Sources.Archives;

namespace LogSerialAudit.Sources;

/// <summary>Tells text from compressed and binary data by the first bytes, whatever the name says.</summary>
public static class Content
{
    /// <summary>How many bytes from the start are worth handing to <see cref="KindOf"/>.</summary>
    public const int HeadLength = 64 * 1024;

    private const int LoginRecordLength = 384;
    private const int ShortestTellingLine = 8;

    private static readonly SearchValues<byte> PlainAscii = SearchValues.Create([.. Enumerable.Range(0x20, 0x5f).Select(b => (byte)b), (byte)'\t', (byte)'\r']);

    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(1, 0x1f).Append(0x7f).Except(['\t', '\n', '\r', '\f', 0x1b]).Select(b => (byte)b)]);

    /// <summary>The kind of a file that begins with <paramref name="head"/>: by magic numbers first, then by whether there are lines of text.</summary>
    public static ContentKind KindOf(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return ContentKind.Empty;
        }

        if (ByMagic(head) is { } kind)
        {
            return kind;
        }

        if (IsUtf16(head))
        {
            return ContentKind.Utf16;
        }

        if (IsLoginRecords(head))
        {
            return ContentKind.LoginRecords;
        }

        return HasTellingLine(head) || !IsRichInControls(head) ? ContentKind.Text : ContentKind.Binary;
    }

    /// <summary>What a file of that kind is called in a sentence, such as "xz data".</summary>
    public static string Describe(ContentKind kind) => kind switch
    {
        ContentKind.Empty => "an empty file",
        ContentKind.Text => "text",
        ContentKind.Gzip => "gzip data",
        ContentKind.Xz => "xz data",
        ContentKind.Bzip2 => "bzip2 data",
        ContentKind.Zstd => "zstd data",
        ContentKind.Lz4 => "lz4 data",
        ContentKind.Compress => "compress (.Z) data",
        ContentKind.Zip => "a zip archive",
        ContentKind.SevenZip => "a 7-zip archive",
        ContentKind.Tar => "a tar archive",
        ContentKind.Journal => "a systemd journal",
        ContentKind.LoginRecords => "login records (wtmp)",
        ContentKind.Utf16 => "UTF-16 text",
        _ => "binary data",
    };

    /// <summary>The name of a compression, such as "xz".</summary>
    internal static string NameOf(ContentKind packing) => packing == ContentKind.Text ? "" : Describe(packing).Replace(" data", "", StringComparison.Ordinal);

    /// <summary>Whether a file of that kind is read as it is; an empty one is too.</summary>
    internal static bool IsText(ContentKind kind) => kind is ContentKind.Text or ContentKind.Utf16 or ContentKind.Empty;

    /// <summary>Whether a file of that kind holds files.</summary>
    internal static bool IsArchive(ContentKind kind) => kind is ContentKind.Tar or ContentKind.Zip;

    /// <summary>
    /// Whether a file of that kind may hold a log that is only packed in a way that is not read.
    /// </summary>
    public static bool IsPacked(ContentKind kind) => UnpackCommand(kind) is not null;

    /// <summary>The command that turns such a file into what is read, with <paramref name="path"/> in it; null where there is none.</summary>
    public static string? UnpackCommand(ContentKind kind, string path = "FILE")
    {
        var command = kind switch
        {
            ContentKind.Xz => "xz -dc",
            ContentKind.Bzip2 => "bzip2 -dc",
            ContentKind.Zstd => "zstd -dc",
            ContentKind.Lz4 => "lz4 -dc",
            ContentKind.Compress => "gzip -dc",
            ContentKind.SevenZip => "7z x -so",
            ContentKind.Journal => "journalctl -o short-iso --file",
            _ => null,
        };
        return command is null ? null : $"{command} {Quote(path)} | logserialaudit report -";
    }

    // For a shell; what needs no quotes gets none.
    private static string Quote(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || "/._-+,:@%=".Contains(c, StringComparison.Ordinal)) ? path : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    internal static ContentKind? ByMagic(ReadOnlySpan<byte> head)
    {
        if (head.Length < 2)
        {
            return null;
        }

        if (head[0] == 0x1f)
        {
            return head[1] switch { 0x8b => ContentKind.Gzip, 0x9d => ContentKind.Compress, _ => null };
        }

        ReadOnlySpan<byte> xz = [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0];
        ReadOnlySpan<byte> zstd = [0x28, 0xb5, 0x2f, 0xfd];
        ReadOnlySpan<byte> lz4 = [0x04, 0x22, 0x4d, 0x18];
        ReadOnlySpan<byte> sevenZip = [(byte)'7', (byte)'z', 0xbc, 0xaf, 0x27, 0x1c];
        return head switch
        {
            _ when head.StartsWith(xz) => ContentKind.Xz,
            _ when head.StartsWith("BZh"u8) && head.Length > 9 && head[3] is >= (byte)'1' and <= (byte)'9' && IsBzip2Block(head.Slice(4, 6)) => ContentKind.Bzip2,
            _ when head.StartsWith(zstd) || head is [>= 0x50 and <= 0x5f, 0x2a, 0x4d, 0x18, ..] => ContentKind.Zstd, // pzstd begins with a frame to be skipped.
            _ when head.StartsWith(lz4) => ContentKind.Lz4,
            _ when head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) => ContentKind.Zip, // The latter is an empty one.
            _ when head.StartsWith(sevenZip) => ContentKind.SevenZip,
            _ when head.StartsWith("LPKSHHRH"u8) => ContentKind.Journal,
            _ when head.Length > 262 && head[257..].StartsWith("ustar"u8) => ContentKind.Tar,
            _ when head.Length >= TarHeader.Length && TarHeader.IsGood(head[..TarHeader.Length]) => ContentKind.Tar,
            _ => null,
        };
    }

    // The first block of a bzip2 stream begins with the digits of pi, that of an empty one with those of its square root.
    private static bool IsBzip2Block(ReadOnlySpan<byte> six) =>
        six.SequenceEqual("1AY&SY"u8) || six.SequenceEqual(new byte[] { 0x17, 0x72, 0x45, 0x38, 0x50, 0x90 });

    private static bool IsUtf16(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 2 && BinaryPrimitives.ReadUInt16LittleEndian(head) is 0xfeff or 0xfffe)
        {
            return true;
        }

        // Without a mark: ASCII in every second byte and NUL in the others, over the whole first stretch.
        const int Stretch = 64;
        if (head.Length < 16)
        {
            return false;
        }

        var (evenNuls, oddNuls, length) = (0, 0, Math.Min(Stretch, head.Length) & ~1);
        for (var at = 0; at < length; at += 2)
        {
            evenNuls += head[at] == 0 ? 1 : 0;
            oddNuls += head[at + 1] == 0 ? 1 : 0;
        }

        return (evenNuls == 0 && oddNuls == length / 2) || (oddNuls == 0 && evenNuls == length / 2);
    }

    // utmp(5): a type of 1 to 9 in 16 bits, padding, a pid; strings filled up with NUL.
    private static bool IsLoginRecords(ReadOnlySpan<byte> head) =>
        head.Length >= LoginRecordLength
        && BinaryPrimitives.ReadUInt32LittleEndian(head) is >= 1 and <= 9
        && head[..LoginRecordLength].Count((byte)0) > LoginRecordLength / 2;

    private static bool HasTellingLine(ReadOnlySpan<byte> head)
    {
        while (head.IndexOf((byte)'\n') is var end and >= 0)
        {
            if (end >= ShortestTellingLine && !head[..end].ContainsAnyExcept(PlainAscii))
            {
                return true;
            }

            head = head[(end + 1)..];
        }

        return false;
    }

    private static bool IsRichInControls(ReadOnlySpan<byte> head)
    {
        var (controls, written) = (0, head.Length - head.Count((byte)0));
        foreach (var value in head)
        {
            controls += Controls.Contains(value) ? 1 : 0;
        }

        return (long)controls * 20 > written;
    }
}
