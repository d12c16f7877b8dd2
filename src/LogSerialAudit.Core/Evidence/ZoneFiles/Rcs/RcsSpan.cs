namespace LogSerialAudit.Evidence.ZoneFiles.Rcs;

/// <summary>A piece of an RCS file. In a string, <c>@</c> is still doubled.</summary>
/// <param name="Start">Characters before it.</param>
/// <param name="Length">Characters in it.</param>
internal readonly record struct RcsSpan(int Start, int Length)
{
    /// <summary>The position after its last character.</summary>
    public int End => Start + Length;
}
