using System.CommandLine;
using LogSerialAudit.Cli.Commands;

namespace LogSerialAudit.Cli.Manual;

/// <summary>A command as a manual page and a shell see it: all there is to know of it, out of its definition.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does, in a phrase without a final stop.</param>
/// <param name="Argument">What its arguments are called; null where it takes none.</param>
/// <param name="ArgumentDescription">What they are.</param>
/// <param name="IsArgumentNeeded">Whether there must be one.</param>
/// <param name="Options">Its options, those of all commands last.</param>
/// <param name="Examples">The end of its help; see <see cref="HelpWithExamples.ExamplesOf"/>.</param>
internal sealed record CommandSheet(
    string Name,
    string Description,
    string? Argument,
    string ArgumentDescription,
    bool IsArgumentNeeded,
    IReadOnlyList<OptionSheet> Options,
    string Examples)
{
    /// <summary>Whether its arguments can be files.</summary>
    public bool TakesFiles => Argument is "PATH" or "LINE" or "FILE";

    /// <summary>The commands that a help lists, in its order.</summary>
    public static IReadOnlyList<CommandSheet> AllOf(Command root) =>
        [.. root.Subcommands.Where(command => !command.Hidden).Select(command => Of(root, command))];

    /// <summary>The sheet of a command.</summary>
    public static CommandSheet Of(Command root, Command command)
    {
        var argument = command.Arguments.FirstOrDefault();
        var general = root.Options.Where(option => option.Recursive && !command.Options.Contains(option));
        return new(
            command.Name,
            command.Description ?? "",
            argument?.Name,
            argument?.Description ?? "",
            argument?.Arity.MinimumNumberOfValues > 0,
            [.. command.Options.Concat(general).Where(option => !option.Hidden).Select(OptionSheet.Of)],
            HelpWithExamples.ExamplesOf(command.Name));
    }
}
