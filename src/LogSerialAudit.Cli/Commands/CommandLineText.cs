using System.CommandLine;
using System.CommandLine.Parsing;

namespace LogSerialAudit.Cli.Commands;

/// <summary>The command line for a report's provenance: what another analyst types to come to the same bytes.</summary>
internal static class CommandLineText
{
    /// <summary>Options that change how the work is done or where it goes, not what comes out.</summary>
    private static readonly string[] WithoutEffect = ["--threads", "--progress", "--output", "-o", "--force", "--color", "--exit-code"];

    public static string Of(ParseResult parse)
    {
        var words = new List<string> { App.Name };
        var skipsValue = false;
        foreach (var token in parse.Tokens)
        {
            if (token.Type == TokenType.Option)
            {
                skipsValue = WithoutEffect.Contains(token.Value);
                if (skipsValue)
                {
                    // --force and --exit-code take no value.
                    skipsValue = token.Value is not ("--force" or "--exit-code");
                    continue;
                }
            }
            else if (skipsValue)
            {
                skipsValue = false;
                continue;
            }

            words.Add(ShellWord.Quoted(token.Value));
        }

        return string.Join(' ', words);
    }
}
