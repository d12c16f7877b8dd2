namespace LogSerialAudit.Sources;

/// <summary>
/// The order in which a set is walked, oldest first, as far as names tell: dated files ascending, then numbered ones with the
/// highest number first, then the live file. Dates stand before numbers because a number counts back from the live file and so
/// adjoins it, while dated files that a change of scheme left behind are never numbered on. It is a hint: BIND's
/// <c>.1</c> and logrotate's <c>.1</c> may stand side by side, and only the stamps inside can settle that.
/// </summary>
public sealed class RotationOrder : IComparer<RotationName>
{
    /// <summary>The only instance.</summary>
    public static RotationOrder Instance { get; } = new();

    private RotationOrder()
    {
    }

    /// <inheritdoc/>
    public int Compare(RotationName? x, RotationName? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var order = Rank(x).CompareTo(Rank(y));
        if (order == 0 && x.NotAfter is { } left && y.NotAfter is { } right)
        {
            order = left.CompareTo(right);
        }

        if (order == 0)
        {
            // Within one date a number counts up; without a date it counts back.
            var numbers = (x.Number ?? -1).CompareTo(y.Number ?? -1);
            order = Rank(x) == 0 ? numbers : -numbers;
        }

        if (order == 0)
        {
            // A compressed file was closed before its plain sibling of the same name began.
            order = y.CompressionEnding.Length.CompareTo(x.CompressionEnding.Length);
        }

        return order == 0 ? string.CompareOrdinal(x.FileName, y.FileName) : order;
    }

    private static int Rank(RotationName name) => name.Scheme switch
    {
        RotationScheme.Live => 2,
        RotationScheme.Number => 1,
        _ => 0,
    };
}
