namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>How the lines of a made log write their times.</summary>
internal enum LineForm
{
    /// <summary><c>May 30 10:05:36</c></summary>
    Classic,

    /// <summary><c>2019-05-30T10:05:36+02:00</c></summary>
    Iso,

    /// <summary>The classic stamp, and BIND's own with the year within.</summary>
    Inner,
}
