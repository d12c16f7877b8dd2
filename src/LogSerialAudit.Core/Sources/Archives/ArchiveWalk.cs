namespace LogSerialAudit.Sources.Archives;

/// <summary>Goes through an archive from member to member.</summary>
internal abstract class ArchiveWalk : IDisposable
{
    /// <summary>The first thing that is wrong with the archive; null where nothing is, so far.</summary>
    public SourceFault? Fault { get; protected set; }

    /// <summary>Whether the archive ended before its end, so that members may be missing.</summary>
    public bool IsCut { get; protected set; }

    /// <summary>Whether any member can be gone to at no cost.</summary>
    public virtual bool CanJump => false;

    /// <summary>The next file, link or device; null at the end.</summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public abstract ArchiveEntry? Next();

    /// <summary>The content of the member that <see cref="Next"/> gave last, to be read once. Reading throws <see cref="SourceFaultException"/> where the archive is damaged.</summary>
    public abstract Stream Open();

    /// <summary>Makes <see cref="Next"/> give the member at <paramref name="place"/>, counted from 0.</summary>
    public virtual void JumpTo(int place) => throw new NotSupportedException();

    public abstract void Dispose();
}
