using System.Buffers.Binary;
using System.IO.Compression;
using K4os.Hash.xxHash;
using LogSerialAudit.Core.Tests.Sources.Archives;
using LogSerialAudit.Sources;
using SharpCompress.Compressors.BZip2;
using Mode = SharpCompress.Compressors.CompressionMode;

namespace LogSerialAudit.Core.Tests.Matrix;

/// <summary>Every way in which several files can be packed: each by itself, or all in an archive.</summary>
internal static class Packings
{
    /// <summary>When the files were last changed.</summary>
    public static DateTime Modified { get; } = new(2028, 7, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What packs one file.</summary>
    public static IReadOnlyDictionary<string, Func<byte[], byte[]>> OfFiles { get; } = new Dictionary<string, Func<byte[], byte[]>>
    {
        ["gzip"] = Gzip,
        ["gzip, two members"] = bytes => [.. Gzip(bytes[..(bytes.Length / 2)]), .. Gzip(bytes[(bytes.Length / 2)..])],
        ["bzip2"] = Bzip2,
        ["xz"] = Xz,
        ["xz, two streams"] = bytes => [.. Xz(bytes[..(bytes.Length / 2)]), 0, 0, 0, 0, .. Xz(bytes[(bytes.Length / 2)..])],
        ["zstd"] = Zstd,
        ["zstd behind a skippable frame"] = bytes => [0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3, .. Zstd(bytes)],
        ["lz4"] = Lz4,
    };

    /// <summary>What packs files by their names.</summary>
    public static IReadOnlyDictionary<string, Func<IEnumerable<(string Name, byte[] Bytes)>, byte[]>> OfFolders { get; } = new Dictionary<string, Func<IEnumerable<(string Name, byte[] Bytes)>, byte[]>>
    {
        ["tar"] = Tar,
        ["tar, gzip"] = files => Gzip(Tar(files)),
        ["tar, xz"] = files => Xz(Tar(files)),
        ["tar, zstd"] = files => Zstd(Tar(files)),
        ["tar, bzip2 within"] = files => Tar(files.Select(file => (file.Name, Bzip2(file.Bytes)))),
        ["tar in tar"] = files => Tar([("inner.tgz", Gzip(Tar(files)))]),
        ["zip"] = Zip,
        ["zip, xz within"] = files => Zip(files.Select(file => (file.Name, Xz(file.Bytes)))),
        ["zip in tar"] = files => Tar([("inner.zip", Zip(files))]),
        ["tar in zip"] = files => Zip([("inner.tar", Tar(files))]),
    };

    private static byte[] Gzip(byte[] bytes) => Packed(stream => new GZipStream(stream, CompressionLevel.Fastest), bytes);

    private static byte[] Bzip2(byte[] bytes) => Packed(stream => BZip2Stream.Create(stream, Mode.Compress, false, leaveOpen: true), bytes);

    /// <summary>A frame with blocks that are stored (RFC 8878).</summary>
    private static byte[] Zstd(byte[] bytes)
    {
        const int MostOfBlock = 64 * 1024;
        return
        [
            0x28, 0xb5, 0x2f, 0xfd, 0, 0x38,
            .. bytes.Chunk(MostOfBlock).SelectMany(block => Little((uint)block.Length << 3)[..3].Concat(block)), 1, 0, 0,
        ];
    }

    private static byte[] Packed(Func<Stream, Stream> pack, byte[] bytes)
    {
        using var file = new MemoryStream();
        using (var packer = pack(file))
        {
            packer.Write(bytes);
        }

        return file.ToArray();
    }

    /// <summary>The frame format, with blocks that are stored.</summary>
    private static byte[] Lz4(byte[] bytes)
    {
        const int MostOfBlock = 64 * 1024;
        byte[] descriptor = [0x60, 0x40];
        return
        [
            0x04, 0x22, 0x4d, 0x18, .. descriptor, (byte)(XXH32.DigestOf(descriptor) >> 8),
            .. bytes.Chunk(MostOfBlock).SelectMany(block => Little((uint)block.Length | 0x8000_0000).Concat(block)), 0, 0, 0, 0,
        ];
    }

    /// <summary>One block of chunks that are stored, with CRC32 (xz-file-format.txt 1.2.1).</summary>
    private static byte[] Xz(byte[] bytes)
    {
        byte[] flags = [0, 1];
        byte[] head = [2, 0, 0x21, 1, 0x16, 0, 0, 0];
        byte[] packed = [.. bytes.Chunk(65536).SelectMany(chunk => new byte[] { 1, (byte)((chunk.Length - 1) >> 8), (byte)(chunk.Length - 1) }.Concat(chunk)), 0];
        byte[] index = [0, 1, .. Variable(head.Length + 4 + packed.Length + 4), .. Variable(bytes.Length)];
        index = [.. index, .. new byte[-index.Length & 3]];
        byte[] backward = [.. Little((uint)(index.Length / 4)), .. flags];
        return
        [
            0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, .. flags, .. Crc(flags),
            .. head, .. Crc(head), .. packed, .. new byte[-packed.Length & 3], .. Crc(bytes),
            .. index, .. Crc(index), .. Crc(backward), .. backward, (byte)'Y', (byte)'Z',
        ];
    }

    private static byte[] Variable(long value) => value < 0x80 ? [(byte)value] : [(byte)(value | 0x80), .. Variable(value >> 7)];

    private static byte[] Crc(byte[] bytes) => Little(Crc32.Append(0, bytes));

    private static byte[] Little(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Tar(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var tar = new TarMaker();
        foreach (var (name, bytes) in files)
        {
            tar.Add(name, bytes, modified: new DateTimeOffset(Modified).ToUnixTimeSeconds());
        }

        return tar.Whole;
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = Modified;
                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return file.ToArray();
    }
}
