using System.CommandLine;
using System.CommandLine.Help;

namespace LogSerialAudit.Cli.Commands;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    /// <summary>The root command; <paramref name="io"/> is what the commands will use.</summary>
    public static RootCommand Create(AppIo io)
    {
        var root = new RootCommand("Reads DNS server logs and tells the story of every zone's serial number.")
        {
            HelpName = App.Name,
        };
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        root.Add(new HelpOption("--help", "-h", "-?")
        {
            Description = "Show help for a command",
            Action = new HelpWithExamples(io.ConsoleWidth),
        });
        root.Add(new VersionOption("--version")
        {
            Description = "Show the version",
            Recursive = true,
            Action = new ShowVersion(),
        });
        root.Add(ReportCommand.Create(io));
        root.Add(ExtractCommand.Create(io));
        root.Add(CheckCommand.Create(io));
        root.Add(SerialCommand.Create(io));
        root.Add(ExplainCommand.Create(io));
        root.Add(MessagesCommand.Create(io));
        root.Add(ManCommand.Create(io));
        root.Add(CompletionCommand.Create());
        return root;
    }
}
