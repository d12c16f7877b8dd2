namespace LogSerialAudit.Core.Tests.Watching;

/// <summary>What logrotate may do between two checks.</summary>
internal enum Rotation
{
    None,
    Create,
    Compress,
    CopyTruncate,
    CopyTruncateCompress,
    DateExt,
    DateExtCompress,
}
