namespace LogSerialAudit.Cli.Options;

/// <summary>A mistake on the command line. The message is one line without a full stop, safe to print.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="command">The command whose help tells more, such as <c>report</c>; empty for the program itself.</param>
public sealed class UsageException(string message, string command) : Exception(message)
{
    /// <summary>The command with the program's name, as it is typed.</summary>
    public string Command { get; } = command.Length == 0 ? App.Name : $"{App.Name} {command}";
}
