namespace LogSerialAudit.Serials;

/// <summary>The fixed words for <see cref="SerialScheme"/>, as printed in tables.</summary>
public static class SerialSchemes
{
    private static readonly string[] Words = ["unknown", "unixtime", "YYYYMMDDnn", "counter"];

    /// <summary>All words, in the order of <see cref="SerialScheme"/>.</summary>
    public static IReadOnlyList<string> All => Words;

    /// <summary>The word of a scheme: <c>DateCounter</c> is <c>YYYYMMDDnn</c>.</summary>
    public static string Word(this SerialScheme scheme) => Words[(int)scheme];
}
