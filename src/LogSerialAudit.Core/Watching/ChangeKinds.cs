namespace LogSerialAudit.Watching;

/// <summary>The fixed words for <see cref="ChangeKind"/>.</summary>
public static class ChangeKinds
{
    /// <summary>The word of a kind.</summary>
    public static string Word(this ChangeKind kind) => kind switch
    {
        ChangeKind.Began => "began",
        ChangeKind.GoesOn => "goes-on",
        ChangeKind.Continued => "continued",
        ChangeKind.Healed => "healed",
        ChangeKind.Ceased => "ceased",
        ChangeKind.Expiring => "expiring",
        ChangeKind.Expired => "expired",
        ChangeKind.ServedAgain => "served-again",
        ChangeKind.LowerTaken => "lower-taken",
        _ => "lower-loaded",
    };
}
