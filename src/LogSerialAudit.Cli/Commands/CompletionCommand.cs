using System.CommandLine;
using LogSerialAudit.Cli.Manual;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Reports;

namespace LogSerialAudit.Cli.Commands;

/// <summary><c>logserialaudit completion</c>: what a shell needs to complete command lines.</summary>
internal static class CompletionCommand
{
    public const string Name = "completion";

    public const string Examples = """
        Examples:
          source <(logserialaudit completion bash)
          logserialaudit completion zsh > "${fpath[1]}/_logserialaudit"
          logserialaudit completion fish > ~/.config/fish/completions/logserialaudit.fish

        """;

    private static readonly string[] Shells = ["bash", "zsh", "fish"];

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Arity = ArgumentArity.ZeroOrOne, Description = NearNames.Listed(Shells, "or") };
        var command = new Command(Name, "Print completions for a shell") { shell };
        command.Hidden = true;
        command.SetAction(parse =>
        {
            var commands = CommandSheet.AllOf(parse.RootCommandResult.Command);
            parse.InvocationConfiguration.Output.Write(parse.GetValue(shell) switch
            {
                "bash" => BashCompletion.Of(commands),
                "zsh" => ZshCompletion.Of(commands),
                "fish" => FishCompletion.Of(commands),
                null => throw parse.Wrong($"a shell is missing: {NearNames.Listed(Shells, "or")}"),
                var other => throw parse.Wrong($"{SafeText.Of(other)} is no shell that is known; choose {NearNames.Listed(Shells, "or")}"),
            });
            return (int)ExitCode.Done;
        });
        return command;
    }
}
