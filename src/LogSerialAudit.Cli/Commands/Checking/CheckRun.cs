using LogSerialAudit.Cli.Options;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports;
using LogSerialAudit.Watching;

namespace LogSerialAudit.Cli.Commands.Checking;

/// <summary>Checks once: reads, tells, and keeps what was told, in this order.</summary>
internal static class CheckRun
{
    /// <summary>One check.</summary>
    public static async Task<ExitCode> RunAsync(CheckOptions options, Catalogue catalogue, AppIo io, CancellationToken cancellationToken)
    {
        using var store = StateStore.TryOpen(options.StatePath, options.IsDry, out var refused);
        if (store is null)
        {
            await SayAsync(io, refused!);
            return CheckOutput.Failed(refused!, options, io);
        }

        var pass = await CheckPass.RunAsync(store, options, catalogue, io, cancellationToken);
        foreach (var sentence in pass.Warnings.Concat(pass.Troubles))
        {
            await SayAsync(io, sentence);
        }

        if (pass.IsDelivered && !options.IsDry)
        {
            // What was said is out: a crash from here on says it twice, but nothing is lost.
            store.Commit(pass.Watch);
        }

        return pass.Nagios is { } status ? (ExitCode)status
            : pass.Troubles.Count > 0 ? ExitCode.Trouble
            : pass.Watch.Changes.Count > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    /// <summary>Says a sentence on standard error.</summary>
    public static Task SayAsync(AppIo io, string sentence) => io.StandardError.WriteLineAsync($"{App.Name}: {SafeText.Of(sentence)}");
}
