namespace LogSerialAudit.Cli.Options;

/// <summary>The value of an option, typed or from a case.</summary>
/// <param name="Text">The value.</param>
/// <param name="Place">Where a case has it, <c>FILE:LINE:COLUMN</c>; null where it was typed.</param>
internal readonly record struct GivenValue(string Text, string? Place)
{
    /// <summary>What stands before the equals sign; empty where nothing does.</summary>
    public string Name => Text[..Math.Max(0, Text.IndexOf('=', StringComparison.Ordinal))];
}
