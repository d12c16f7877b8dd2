using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace LogSerialAudit.Cli.Commands;

/// <summary>Prints name and version.</summary>
internal sealed class ShowVersion : SynchronousCommandLineAction
{
    public static string Version =>
        typeof(App).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static string Line => $"{App.Name} {Version}\n";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write(Line);
        return (int)ExitCode.Done;
    }
}
