using System.Text;
using LogSerialAudit.Reports;

namespace LogSerialAudit.Cli.Cases;

/// <summary>The text of a case's description. It is others': it is bounded in size and depth before it is parsed.</summary>
internal static class CaseText
{
    private const int MostBytes = 1024 * 1024;
    private const int DeepestArray = 16;

    /// <summary>Reads it.</summary>
    /// <param name="path">The file, as given.</param>
    /// <exception cref="CaseException">It is too large, too deep or no text.</exception>
    public static string Read(string path)
    {
        string text;
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                throw new CaseException($"{SafeText.Of(path)}: longer than {MostBytes} bytes");
            }

            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path)).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            throw new CaseException($"{SafeText.Of(path)}: not UTF-8");
        }

        // Arrays and tables in one another are parsed by recursion.
        var (depth, deepest) = (0, 0);
        foreach (var sign in text)
        {
            depth = Math.Max(0, depth + (sign is '[' or '{' ? 1 : sign is ']' or '}' ? -1 : 0));
            deepest = Math.Max(deepest, depth);
        }

        return deepest <= DeepestArray ? text : throw new CaseException($"{SafeText.Of(path)}: more than {DeepestArray} brackets in one another");
    }
}
