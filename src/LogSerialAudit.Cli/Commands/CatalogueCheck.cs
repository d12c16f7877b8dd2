using LogSerialAudit.Messages;
using LogSerialAudit.Reports;

namespace LogSerialAudit.Cli.Commands;

/// <summary><c>logserialaudit messages --check FILE</c>: whether a catalogue file can be used, and does what it says.</summary>
internal static class CatalogueCheck
{
    /// <summary>Checks files, each by itself; what is wrong goes to standard error, what is well to <paramref name="output"/>.</summary>
    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> paths, TextWriter output, AppIo io)
    {
        var exitCode = ExitCode.Done;
        foreach (var path in paths)
        {
            exitCode = await IsWellAsync(path, output, io) ? exitCode : ExitCode.Trouble;
        }

        return exitCode;
    }

    private static async Task<bool> IsWellAsync(string path, TextWriter output, AppIo io)
    {
        if (await CatalogueFiles.TextsAsync([path], io) is not { } texts)
        {
            return false;
        }

        var result = Catalogue.Read(texts);
        await CatalogueFiles.SayAsync(result.Errors, io);
        if (!result.Succeeded)
        {
            return false;
        }

        var entries = result.Catalogue.Entries;
        if (entries.Count == 0)
        {
            await io.StandardError.WriteLineAsync($"{App.Name}: {SafeText.Of(path)}: has no entry");
            return false;
        }

        var failures = CatalogueChecker.Check(result.Catalogue);
        foreach (var failure in failures)
        {
            foreach (var line in failure.ToString().Split('\n'))
            {
                await io.StandardError.WriteLineAsync(line.StartsWith(' ') ? SafeText.Of(line) : $"{App.Name}: {SafeText.Of(line)}");
            }
        }

        if (failures.Count > 0)
        {
            return false;
        }

        output.Write($"{SafeText.Of(path)}: {Count(entries.Count, "entry", "entries")}, {Count(entries.Sum(entry => entry.Samples.Count), "sample", "samples")}, all well\n");
        foreach (var (taken, by) in CatalogueChecker.TakenOver(Catalogue.ReadWithBuiltIn(texts).Catalogue, texts[0].File))
        {
            output.Write($"  {SafeText.Of(by.Place)} ({by.Kind.Word()}) takes over lines of {taken.Place} ({taken.Kind.Word()})\n");
        }

        return true;
    }

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
