namespace LogSerialAudit.Findings.Causes;

/// <summary>The fixed words for causes, as printed in tables, and their names for people.</summary>
public static class CauseWords
{
    /// <summary>The word of a cause: <c>TwoCopies</c> is <c>two-copies</c>.</summary>
    public static string Word(this Cause cause) => FindingWords.Hyphened(cause.ToString());

    /// <summary><c>strong</c>, <c>possible</c>, <c>unlikely</c> or <c>ruled-out</c>.</summary>
    public static string Word(this CauseStanding standing) => FindingWords.Hyphened(standing.ToString());

    /// <summary>What it is, for people.</summary>
    public static string Name(this Cause cause) => cause switch
    {
        Cause.TwoCopies => "two copies of the primary serving at once",
        Cause.DiskImage => "an old disk image, copied the wrong way or not at all",
        Cause.Snapshot => "a snapshot or a saved state put back",
        Cause.ZoneFile => "a zone file edited to a lower serial, or an older one put back",
        Cause.SerialScheme => "another serial scheme",
        Cause.Journal => "a lost journal",
        Cause.Clock => "a wrong clock, or a mistyped number",
        _ => "a wrong primary address, or a primary that lags behind",
    };
}
