namespace LogSerialAudit.Sources.Archives;

/// <summary>One file as an archive that has nothing else, so that all that holds of members holds of it.</summary>
internal sealed class SingleWalk(Stream file, ArchiveEntry entry) : ArchiveWalk
{
    private bool _isOver;

    public override ArchiveEntry? Next()
    {
        var next = _isOver ? null : entry;
        _isOver = true;
        return next;
    }

    public override Stream Open() => file;

    public override void Dispose() => file.Dispose();
}
