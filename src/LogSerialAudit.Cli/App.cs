using System.CommandLine;
using System.Text;
using LogSerialAudit.Cli.Cases;
using LogSerialAudit.Cli.Commands;
using LogSerialAudit.Cli.Commands.Checking;
using LogSerialAudit.Cli.Options;
using LogSerialAudit.Reports;

namespace LogSerialAudit.Cli;

/// <summary>The whole program, without a process of its own.</summary>
public static class App
{
    /// <summary>The name it is called by.</summary>
    public const string Name = "logserialaudit";

    /// <summary>Does what <paramref name="args"/> ask for.</summary>
    /// <param name="args">The command line, without the program's name.</param>
    /// <param name="io">The world.</param>
    /// <param name="cancellationToken">Ends it early, with <see cref="ExitCode.Interrupted"/>.</param>
    /// <returns>How it went. Expected trouble is one line on standard error; exceptions are mistakes in the program.</returns>
    public static async Task<ExitCode> RunAsync(string[] args, AppIo io, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await InvokeAsync(args, io, cancellationToken);
        }
        catch (UsageException mistake)
        {
            var see = mistake.Message.EndsWith('?') ? " See" : "; see";
            await io.StandardError.WriteLineAsync($"{Name}: {mistake.Message}{see} {mistake.Command} --help");
            return Failed(mistake.Message, args, io);
        }
        catch (CaseException wrong)
        {
            foreach (var line in wrong.Lines)
            {
                await io.StandardError.WriteLineAsync($"{Name}: {line}");
            }

            return ExitCode.Trouble;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (IOException closed) when (ClosedPipe.Is(closed))
        {
            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await io.StandardError.WriteLineAsync($"{Name}: {SafeText.Of(failure.Message)}");
            return Failed(failure.Message, args, io);
        }
        catch (OutOfMemoryException)
        {
            // All that was read is given up by now, so there is room for a line again.
            var trouble = $"out of memory, of which {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20} MiB may be taken: the logs name too many zones, hosts or processes to be read at once";
            await io.StandardError.WriteLineAsync($"{Name}: {trouble}");
            return Failed(trouble, args, io);
        }
    }

    /// <summary>Nagios takes 2 for a finding, and reads standard output only.</summary>
    private static ExitCode Failed(string trouble, string[] args, AppIo io) =>
        args.TakeWhile(arg => arg != "--").Contains("--nagios") ? CheckOutput.FailedPlugin(trouble, io) : ExitCode.Trouble;

    private static async Task<ExitCode> InvokeAsync(string[] args, AppIo io, CancellationToken cancellationToken)
    {
        // Scripts ask for it at every start, and it takes no command.
        if (args is ["--version"])
        {
            io.StandardOutput.Write(Encoding.UTF8.GetBytes(ShowVersion.Line));
            return ExitCode.Done;
        }

        // No response files: a log's name may start with @.
        var parse = CommandTree.Create(io).Parse(
            args.Length == 0 ? ["--help"] : args,
            new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (Mistake.In(parse, args) is { } mistake)
        {
            throw mistake;
        }

        // For help and version; the commands write bytes.
        await using var output = new StreamWriter(io.StandardOutput, new UTF8Encoding(false), leaveOpen: true);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = io.StandardError,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return (ExitCode)await parse.InvokeAsync(configuration, cancellationToken);
    }
}
