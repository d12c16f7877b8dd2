using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LogSerialAudit.Cli.Commands;

/// <summary>The usual help of a command, and its examples at the end.</summary>
/// <param name="consoleWidth">Columns of the terminal.</param>
internal sealed class HelpWithExamples(int consoleWidth) : SynchronousCommandLineAction
{
    private readonly HelpAction _help = new() { MaxWidth = Math.Clamp(consoleWidth, 60, 100) };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        _help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.Write(ExamplesOf(parseResult.CommandResult.Command.Name));
        return (int)ExitCode.Done;
    }

    /// <summary>The examples of a command, and what else its help says at the end; examples are indented by two.</summary>
    public static string ExamplesOf(string command) => command switch
    {
        ReportCommand.Name => ReportCommand.Examples,
        ExtractCommand.Name => ExtractCommand.Examples,
        CheckCommand.Name => CheckCommand.Examples,
        SerialCommand.Name => SerialCommand.Examples,
        ExplainCommand.Name => ExplainCommand.Examples,
        MessagesCommand.Name => MessagesCommand.Examples,
        ManCommand.Name => ManCommand.Examples,
        CompletionCommand.Name => CompletionCommand.Examples,
        _ => RootExamples,
    };

    private const string RootExamples = """
        Examples:
          logserialaudit report /var/log/daemon.log*
          logserialaudit extract --zone '*.example.org' /var/log/named > events.csv
          logserialaudit serial 1558799284 --local-zone America/Los_Angeles

        Exit status:
          0 done, 1 findings (only with --exit-code, and check), 2 trouble,
          130 interrupted

        """;
}
