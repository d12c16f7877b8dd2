using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using LogSerialAudit.Sources.Codecs;
using NodaTime;

namespace LogSerialAudit.Sources.Archives;

/// <summary>Goes through the members of a zip archive (APPNOTE.TXT 6.3.10) in the order of its directory, which is at its end.</summary>
internal sealed class ZipWalk : ArchiveWalk
{
    private const int MostDirectory = 32 * 1024 * 1024;
    private const int EndRecord = 22;

    // The first date that the format can hold stands for none.
    private static readonly LocalDateTime NoTime = new(1980, 1, 1, 0, 0);

    private readonly Stream _file;
    private readonly Expansion _expansion;
    private readonly ZipArchive? _zip;
    private readonly IReadOnlyList<ZipArchiveEntry> _entries = [];
    private int _next;

    /// <summary>The member that was opened last: one that is not closed keeps its inflater, which is no small memory.</summary>
    private ZipMember? _open;

    public ZipWalk(Stream file, Expansion expansion)
    {
        (_file, _expansion) = (file, expansion);
        if (!IsSmallDirectory(file))
        {
            Fault = new SourceFault(DamageKind.Refused, 0, $"the directory of the zip archive takes more than {MostDirectory / (1024 * 1024)} MiB");
            return;
        }

        try
        {
            _zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.Latin1);
            _entries = [.. _zip.Entries.Where(entry => !entry.FullName.EndsWith('/'))];
        }
        catch (InvalidDataException)
        {
            Fault = new SourceFault(DamageKind.Corrupt, file.Length, "the directory at the end of the zip archive is missing or damaged, as of one cut short; zip -FF may repair it");
        }
    }

    public override bool CanJump => true;

    public override void JumpTo(int place) => _next = place;

    public override ArchiveEntry? Next()
    {
        if (_next >= _entries.Count)
        {
            return null;
        }

        var entry = _entries[_next++];
        var name = entry.FullName.Length > ArchiveEntry.LongestName ? entry.FullName[..100] + "..." : entry.FullName;
        var why = name.Length < entry.FullName.Length ? "a name of over 4096 characters" : entry.IsEncrypted ? "encrypted" : IsLink(entry) ? "a link" : null;
        return new ArchiveEntry(name, entry.Length, TimeOf(entry), why, why is not null && why != "a link");
    }

    public override Stream Open()
    {
        _open?.Dispose();
        try
        {
            return _open = new ZipMember(_entries[_next - 1], _file, _expansion);
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException)
        {
            throw new SourceFaultException(new SourceFault(DamageKind.Refused, _file.Position,
                "it is compressed by a method that is not read, or its header is damaged; unzip -p may read it"));
        }
    }

    public override void Dispose()
    {
        _open?.Dispose();
        _zip?.Dispose();
    }

    // Made on Unix, the upper half holds the mode.
    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & 0xf000) == 0xa000;

    /// <summary>The time has no zone: the latest that it can be is west of all zones.</summary>
    private static Instant? TimeOf(ZipArchiveEntry entry)
    {
        var time = LocalDateTime.FromDateTime(entry.LastWriteTime.DateTime);
        return time == NoTime ? null : time.InUtc().ToInstant() + Duration.FromHours(12);
    }

    /// <summary>Whether the directory, by the record at the end, can be held in memory.</summary>
    private static bool IsSmallDirectory(Stream file)
    {
        var tail = new byte[Math.Min(file.Length, EndRecord + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        file.Position = 0;
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        return at < 0 || at > tail.Length - EndRecord || BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12)) <= MostDirectory;
    }
}
