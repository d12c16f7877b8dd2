using LogSerialAudit.Sources.Archives;
using LogSerialAudit.Sources.Codecs;

namespace LogSerialAudit.Sources;

/// <summary>
/// Opens members of archives. It stays where it is in an archive, so that members asked for in the order of the archive cost one
/// pass over it; one that stands before the last begins a new pass. Of one thread.
/// </summary>
public sealed class ArchiveCursor : IDisposable
{
    private OpenArchive? _outer;
    private OpenArchive? _inner;
    private ByteSource? _innerBytes;
    private int _innerPlace = -1;
    private Expansion? _expansion;
    private string _path = "";

    /// <summary>The text of a member, decompressed; null with a sentence where it cannot be had.</summary>
    internal ByteSource? Open(SourceFile file, out string? sentence)
    {
        var member = file.Member ?? throw new ArgumentException("It is no member of an archive.", nameof(file));
        try
        {
            if (Find(file, member, out sentence) is { } entry)
            {
                var walk = member.Inner < 0 ? _outer! : _inner!;
                return ByteSource.Over(walk.Walk.Open(), walk.Walk.CanJump ? null : entry.Size, _expansion);
            }

            sentence ??= $"{file.Path}: the archive was changed while it was read";
        }
        catch (IOException error)
        {
            sentence = $"{file.Path}: {ByteSource.ReadError(error, _outer?.RawPosition ?? 0).Text}";
        }

        return null;
    }

    /// <summary>Closes the archive.</summary>
    public void Dispose()
    {
        CloseInner();
        _outer?.Dispose();
        _outer = null;
    }

    private ArchiveEntry? Find(SourceFile file, ArchiveMember member, out string? sentence)
    {
        sentence = null;
        var isBehind = _outer is not null && (member.Place < _outer.Place || (member.Place == _outer.Place && (member.Inner < 0 || member.Inner <= _innerPlace)));
        if (_outer is null || _path != member.Archive || (isBehind && !_outer.Walk.CanJump))
        {
            Dispose();
            (_outer, _path) = (OpenArchive.TryOpen(member.Archive, file.ExpandLimit, out sentence), member.Archive);
            if (_outer is null)
            {
                return null;
            }

            _expansion = new Expansion(file.ExpandLimit, SizeOf(_outer));
        }

        if (member.Inner < 0)
        {
            CloseInner();
            return Checked(_outer.To(member.Place), member);
        }

        if (_inner is null || _outer.Place != member.Place || member.Inner <= _innerPlace)
        {
            CloseInner();
            if (_outer.To(member.Place) is not { } entry)
            {
                return null;
            }

            _innerBytes = ByteSource.Over(_outer.Walk.Open(), _outer.Walk.CanJump ? null : entry.Size, _expansion);
            _inner = OpenArchive.Over(_innerBytes, _expansion!);
        }

        _innerPlace = member.Inner;
        return Checked(_inner.To(member.Inner), member);
    }

    private static Func<long> SizeOf(OpenArchive archive) => () => archive.Size;

    private static ArchiveEntry? Checked(ArchiveEntry? entry, ArchiveMember member) => entry?.Name == member.Name ? entry : null;

    private void CloseInner()
    {
        _inner?.Dispose();
        _innerBytes?.Dispose();
        (_inner, _innerBytes, _innerPlace) = (null, null, -1);
    }
}
