using System.CommandLine;
using System.CommandLine.Completions;

namespace LogSerialAudit.Cli.Manual;

/// <summary>An option of a command, as a manual page and a shell see it.</summary>
/// <param name="Names">Its names, the short ones first: <c>-o</c>, <c>--output</c>.</param>
/// <param name="Value">What its value is called; null where it takes none.</param>
/// <param name="Description">What it does.</param>
/// <param name="Words">The values it can have; none where they can not be listed.</param>
/// <param name="IsRepeatable">Whether it may be given more than once.</param>
internal sealed record OptionSheet(
    IReadOnlyList<string> Names,
    string? Value,
    string Description,
    IReadOnlyList<string> Words,
    bool IsRepeatable)
{
    /// <summary>Whether its value is the name of a file, or ends with one.</summary>
    public bool IsFile => Value is not null && (Value == "FILE" || Value.EndsWith("PATH", StringComparison.Ordinal));

    /// <summary>Whether its value is the name of a time zone.</summary>
    public bool IsTimeZone => Value == "ZONE";

    /// <summary>The sheet of an option.</summary>
    public static OptionSheet Of(Option option)
    {
        var takesValue = option.Arity.MaximumNumberOfValues > 0;
        return new(
            [.. option.Aliases.Append(option.Name).Where(name => name != "-?").Distinct().OrderBy(name => name.Length)],
            takesValue && option.HelpName is { } value ? value : null,
            option.Description ?? "",
            takesValue ? [.. option.GetCompletions(CompletionContext.Empty).Select(word => word.Label)] : [],
            option.Arity.MaximumNumberOfValues > 1);
    }
}
