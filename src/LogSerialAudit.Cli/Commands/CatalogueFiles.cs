using System.Text;
using LogSerialAudit.Messages;
using LogSerialAudit.Reports;
using LogSerialAudit.Reports.Text;

namespace LogSerialAudit.Cli.Commands;

/// <summary>The files of <c>--catalogue</c> and <c>--check</c>; what is wrong with them is said on standard error.</summary>
internal static class CatalogueFiles
{
    /// <summary>A catalogue is written by hand; what is larger is something else.</summary>
    private const int MostBytes = 4 << 20;

    private const int MostErrors = 20;
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>The catalogue that comes with the program, behind the entries of these files; null where one can't be used.</summary>
    public static async Task<Catalogue?> ReadAsync(IReadOnlyList<string> paths, AppIo io)
    {
        if (paths.Count == 0)
        {
            return Catalogue.BuiltIn;
        }

        var texts = await TextsAsync(paths, io);
        if (texts is null)
        {
            return null;
        }

        var result = Catalogue.ReadWithBuiltIn(texts);
        await SayAsync(result.Errors, io);
        return result.Succeeded ? result.Catalogue : null;
    }

    /// <summary>The texts of files; null where one can't be read.</summary>
    public static async Task<IReadOnlyList<CatalogueText>?> TextsAsync(IReadOnlyList<string> paths, AppIo io)
    {
        var texts = new List<CatalogueText>();
        foreach (var path in paths)
        {
            if (!Path.Exists(path) && Catalogue.FindOptional(path) is { } optional)
            {
                texts.Add(optional);
                continue;
            }

            var (text, error) = Read(path);
            if (error is not null)
            {
                await io.StandardError.WriteLineAsync($"{App.Name}: {SafeText.Of(path)}: {error}");
                return null;
            }

            // The built-in files go by their bare names.
            var isBuiltIn = Catalogue.BuiltInFiles.Any(file => file.File == path);
            texts.Add(new CatalogueText(isBuiltIn ? $"./{path}" : path, text));
        }

        return texts;
    }

    /// <summary>Says errors: the place, what is wrong, and a caret under it.</summary>
    public static async Task SayAsync(IReadOnlyList<CatalogueError> errors, AppIo io)
    {
        foreach (var error in errors.Take(MostErrors))
        {
            var (text, caret) = CaretLines.Of(error.Source, Math.Min(error.Column - 1, error.Source.Length), 76);
            await io.StandardError.WriteLineAsync($"{App.Name}: {SafeText.Of($"{error.File}:{error.Line}:{error.Column}: {error.Message}")}");
            await io.StandardError.WriteLineAsync($"    {text}");
            await io.StandardError.WriteLineAsync($"    {caret}");
        }

        if (errors.Count > MostErrors)
        {
            await io.StandardError.WriteLineAsync($"{App.Name}: {errors.Count - MostErrors} more errors");
        }
    }

    private static (string Text, string? Error) Read(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return ("", "is a folder; name a catalogue file");
            }

            // A device or a pipe has no size; what it gives is bounded all the same.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[MostBytes + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length > MostBytes ? ("", "is larger than 4 MiB, which no catalogue is") : (Strict.GetString(bytes, 0, length), null);
        }
        catch (DecoderFallbackException)
        {
            return ("", "is not UTF-8 text, so it is no catalogue");
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return ("", "no such catalogue file");
        }
        catch (UnauthorizedAccessException)
        {
            return ("", "permission denied");
        }
        catch (IOException failure)
        {
            return ("", $"can't be read: {SafeText.Of(failure.Message.TrimEnd('.'))}");
        }
    }
}
