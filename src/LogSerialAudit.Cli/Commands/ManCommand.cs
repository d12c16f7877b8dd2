using System.CommandLine;
using System.Globalization;
using LogSerialAudit.Cli.Manual;
using LogSerialAudit.Cli.Options;
using NodaTime;

namespace LogSerialAudit.Cli.Commands;

/// <summary><c>logserialaudit man</c>: the manual pages, for packages and for who has none.</summary>
internal static class ManCommand
{
    public const string Name = "man";

    public const string Examples = """
        Examples:
          logserialaudit man | man -l -
          logserialaudit man report | man -l -

        """;

    public static Command Create(AppIo io)
    {
        var which = new Argument<string>("COMMAND") { Arity = ArgumentArity.ZeroOrOne, Description = "The command whose page to print; none: the page of the program" };
        var command = new Command(Name, "Print a manual page") { which };
        command.Hidden = true;
        command.SetAction(parse =>
        {
            var root = parse.RootCommandResult.Command;
            var commands = CommandSheet.AllOf(root);
            var pages = new ManPage(ShowVersion.Version, Day(io));
            var page = parse.GetValue(which) is not { } name
                ? pages.OfProgram(root.Description!, commands, HelpWithExamples.ExamplesOf(""))
                : commands.FirstOrDefault(command => command.Name == name) is { } sheet
                ? pages.OfCommand(sheet)
                : throw parse.Wrong($"no command is called {Reports.SafeText.Of(name)}; choose {NearNames.Listed([.. commands.Select(command => command.Name)], "or")}");
            parse.InvocationConfiguration.Output.Write(page);
            return (int)ExitCode.Done;
        });
        return command;
    }

    /// <summary>The day on a page: today, or where packages are built to the same bytes every time, the day they say.</summary>
    private static LocalDate Day(AppIo io) =>
        (long.TryParse(io.Environment("SOURCE_DATE_EPOCH"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= uint.MaxValue
            ? Instant.FromUnixTimeSeconds(seconds)
            : io.Clock.GetCurrentInstant()).InUtc().Date;
}
