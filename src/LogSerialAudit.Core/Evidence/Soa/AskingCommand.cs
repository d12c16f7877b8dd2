using System.Net;
using LogSerialAudit.Messages.Language;
using Sprache;

namespace LogSerialAudit.Evidence.Soa;

/// <summary>A command that asks, <c>dig</c> or one of its relatives, as a transcript shows it: what it asks for, and whom.</summary>
/// <param name="Zone">The name that it asks for; empty where it asks for several, or a variable of the shell stands there.</param>
/// <param name="Server">The server that it asks, by name or address; empty where it names none, several or a variable.</param>
internal sealed record AskingCommand(string Zone, string Server)
{
    private static readonly string[] Programs = ["dig", "drill", "kdig", "host", "khost", "delv"];

    /// <summary>Options of <c>dig</c> that take the next word, where they have no value themselves.</summary>
    private const string WithValue = "bcfkmpqtxy";

    private static readonly string[] Types = ["SOA", "NS", "A", "AAAA", "ANY", "AXFR", "MX", "TXT", "IN", "CH", "HS"];

    private static readonly string[] Ends = ["|", ";", "&&", "||", "&", ">", ">>", "<", "2>&1", "2>", "done", "#"];

    /// <summary>Words before a command that are part of a prompt or of the shell.</summary>
    private static readonly string[] ShellWords = ["do", "then", "time", "sudo", "else", "!"];

    private static readonly Parser<string> Quoted =
        from open in Parse.Chars("\"'")
        from text in LineInput.Run(sign => sign != open, "text").Optional()
        from close in Parse.Char(open)
        select text.GetOrElse("");

    private static readonly Parser<string> Plain = LineInput.Run(sign => sign is not (' ' or '\t' or '"' or '\'' or ';' or '|'), "a word");

    private static readonly Parser<string> Word = Quoted.Or(Plain).AtLeastOnce().Select(string.Concat).Or(Parse.Chars(";|").Select(sign => sign.ToString()));

    private static readonly Parser<IEnumerable<string>> Words = TimeGrammar.Blank.Optional().Then(_ => Word).Many();

    /// <summary><c>; &lt;&lt;&gt;&gt; DiG 9.18.49 &lt;&lt;&gt;&gt; @192.0.2.1 example.org SOA</c>.</summary>
    private const string Header = "; <<>> DiG ";

    private const string HeaderEnd = " <<>> ";

    /// <summary>The command in a line; null where there is none.</summary>
    public static AskingCommand? In(string line)
    {
        if (line.StartsWith(Header, StringComparison.Ordinal))
        {
            var end = line.IndexOf(HeaderEnd, Header.Length, StringComparison.Ordinal);
            return end < 0 ? null : OfArguments(Split(line[(end + HeaderEnd.Length)..]), isHost: false);
        }

        if (!Array.Exists(Programs, program => line.Contains(program, StringComparison.Ordinal)))
        {
            return null;
        }

        var words = Split(line);
        var at = words.FindIndex(word => Programs.Contains(word[(word.LastIndexOf('/') + 1)..]));
        var isCommand = at >= 0 && at + 1 < words.Count && (at == 0 || ShellWords.Contains(words[at - 1]) || "$#%>;|&".Contains(words[at - 1][^1], StringComparison.Ordinal));
        return isCommand ? OfArguments(words[(at + 1)..], words[at].EndsWith("host", StringComparison.Ordinal)) : null;
    }

    /// <summary>Whether a word is an address.</summary>
    public static bool IsAddress(string word) => (word.Contains('.', StringComparison.Ordinal) || word.Contains(':', StringComparison.Ordinal)) && IPAddress.TryParse(word, out _);

    private static List<string> Split(string text) => [.. Words(new LineInput(text, 0)).Value.Where(word => word.Length > 0)];

    private static AskingCommand OfArguments(List<string> words, bool isHost)
    {
        var (names, servers) = (new List<string>(), new List<string>());
        for (var at = 0; at < words.Count && !Ends.Contains(words[at]); at++)
        {
            var word = words[at];
            if (word.StartsWith('@'))
            {
                servers.Add(word[1..]);
            }
            else if (word.StartsWith('-'))
            {
                at += TakesNext(word, isHost) ? 1 : 0;
                names.AddRange(word == "-q" && at < words.Count ? [words[at]] : []);
            }
            else if (!word.StartsWith('+') && !Types.Contains(word.ToUpperInvariant()))
            {
                // The second name is the server to host.
                (isHost && names.Count > 0 ? servers : names).Add(word);
            }
        }

        return new AskingCommand(One(names), One(servers));
    }

    private static bool TakesNext(string option, bool isHost) =>
        option.Length > 1 && (isHost ? "ctpRWmN".Contains(option[^1], StringComparison.Ordinal) : option.Length == 2 && WithValue.Contains(option[1], StringComparison.Ordinal));

    /// <summary>The only one, if it means the same for whoever reads it.</summary>
    private static string One(List<string> words)
    {
        var all = words.Select(word => word.Length > 1 ? word.TrimEnd('.').ToLowerInvariant() : word).Distinct(StringComparer.Ordinal).ToList();
        return all.Count == 1 && !all[0].Contains('$', StringComparison.Ordinal) && !all[0].Contains('`', StringComparison.Ordinal) ? all[0] : "";
    }
}
