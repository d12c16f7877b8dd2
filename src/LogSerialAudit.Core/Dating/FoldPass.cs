namespace LogSerialAudit.Dating;

/// <summary>What a stretch of lines may be: of the first pass of a repeated hour, of the second, or both, the change being in it.</summary>
internal enum FoldPass
{
    /// <summary>The first pass, or before the hour.</summary>
    Early,

    /// <summary>It begins in the first pass and ends in the second.</summary>
    Both,

    /// <summary>The second pass, or after the hour.</summary>
    Late,
}
