namespace LogSerialAudit.History;

/// <summary>What an operator does that makes a secondary take whatever its primary has, a lower serial too.</summary>
internal static class TransferCommand
{
    /// <summary>
    /// As the catalogue keeps them: of BIND, NSD, Knot DNS and PowerDNS (those with a blank name the zone behind it). A zone that BIND was told to
    /// forget has no serial when it is added again, unless its file was kept.
    /// </summary>
    private static readonly string[] Forcing = ["retransfer ", "delzone ", "force_transfer ", "zone-retransfer", "Retrieval request"];

    /// <summary>Whether a command's text is one of them; NSD's <c>transfer</c> and Knot's <c>zone-refresh</c> look at the serial first.</summary>
    public static bool Forces(string detail) => Array.Exists(Forcing, word => detail.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Whether a line tells that a zone is no longer configured, of which then nothing is held: BIND's own and its catalogs', Knot's and PowerDNS's.</summary>
    public static bool Removes(string detail) => detail.StartsWith("deleting zone ", StringComparison.Ordinal)
        || detail.EndsWith(") removed", StringComparison.Ordinal)
        || detail is "zone purged" or "Catalog-Zone delete zone";
}
