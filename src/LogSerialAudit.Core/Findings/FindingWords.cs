using System.Text.RegularExpressions;

namespace LogSerialAudit.Findings;

/// <summary>The fixed words for findings, as printed in tables.</summary>
public static partial class FindingWords
{
    private static readonly string[] Kinds = [.. Enum.GetNames<FindingKind>().Select(Hyphened)];

    /// <summary>The words of all kinds, in the order of <see cref="FindingKind"/>.</summary>
    public static IReadOnlyList<string> AllKinds => Kinds;

    /// <summary>The word of a kind: <c>WentBack</c> is <c>went-back</c>.</summary>
    public static string Word(this FindingKind kind) => Kinds[(int)kind];

    /// <summary><c>note</c>, <c>warning</c> or <c>error</c>.</summary>
    public static string Word(this Severity severity) => Hyphened(severity.ToString());

    /// <summary><c>possible</c>, <c>strong</c> or <c>certain</c>.</summary>
    public static string Word(this Confidence confidence) => Hyphened(confidence.ToString());

    /// <summary><c>ranTwice</c> and <c>RanTwice</c> are <c>ran-twice</c>.</summary>
    internal static string Hyphened(string name) => Capital().Replace(name, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
