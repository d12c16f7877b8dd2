using System.Text;
using CsCheck;

namespace LogSerialAudit.Core.Tests.Documents;

/// <summary>A log put into a mail gives the same events as the log, each with the number of the mail's line that it begins in.</summary>
public sealed class MailLawTests
{
    private static readonly string[] Messages =
    [
        "zone balug.org/IN: serial number (1558725628) received from master 198.144.194.238#53 < ours (1558799284)",
        "zone sf-lug.com/IN: Transfer started.",
        "transfer of 'sf-lug.com/IN' from 198.144.194.238#53: connected using 192.0.2.7#40001",
        "zone sf-lug.com/IN: transferred serial 1559249859",
        "transfer of 'sf-lug.com/IN' from 198.144.194.238#53: Transfer status: success",
        "zone 0.8.b.d.0.1.0.0.2.ip6.arpa/IN/external: refresh: retry limit for master 2001:470:1f05:19e::4#53 exceeded (source ::#0)",
        "zone balug.org/IN (signed): sending notifies (serial 1559249874)",
        "zone sflug.org/IN: expired",
    ];

    private static readonly Gen<List<string>> Logs = Gen.Int[0, Messages.Length].List[1, 25].Select(picks =>
        picks.Select((pick, at) => $"May 30 10:{at / 60:00}:{at % 60:00} linuxmafia " + (pick == Messages.Length ? $"sshd[7]: Accepted publickey for root from 192.0.2.{at}" : $"named[11750]: {Messages[pick]}")).ToList());

    [Fact]
    public void NoTransferEncodingLosesALine() =>
        Gen.Select(Logs, OneOf("7bit", "quoted-printable", "base64", "x-uuencode"), Gen.Bool, Gen.Int[1, 300]).Sample((log, encoding, isInParts, chunk) =>
        {
            var plain = Finding.In(string.Concat(log.Select(line => line + "\n")));
            var (body, numbers) = Encode(log, encoding);
            var head = "From: rick@example.com\nSubject: System Events\n";
            var fields = $"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n";
            var begin = isInParts ? $"{head}Content-Type: multipart/mixed; boundary=\"=_x\"\n\n--=_x\n{fields}" : head + fields;
            var found = Finding.In(begin + body + (isInParts ? "--=_x--\n" : ""), chunk);

            Same(plain, found, begin.Count(c => c == '\n'), numbers);
        });

    [Fact]
    public void NoQuoteAndNoWrapLosesALine() =>
        Gen.Select(Logs, Gen.Int[1, 4], Gen.Int[50, 110], Gen.Bool, OneOf(">", "> ", "| "), Gen.Int[1, 300]).Sample((log, depth, width, isFlowed, mark, chunk) =>
        {
            var plain = Finding.In(string.Concat(log.Select(line => line + "\n")));
            var (text, numbers) = (new StringBuilder(), new List<int>());
            var line = 0;
            foreach (var entry in log)
            {
                numbers.Add(line);
                foreach (var piece in Wrap(entry, width))
                {
                    text.Append(string.Concat(Enumerable.Repeat(mark, depth))).Append(mark == ">" ? " " : "").Append(isFlowed ? piece : piece.TrimEnd()).Append('\n');
                    line++;
                }
            }

            Same(plain, Finding.In(text.ToString(), chunk), 0, numbers);
        });

    private static void Same(Finding plain, Finding found, int before, List<int> numbers)
    {
        var expected = plain.Events.Select(shown =>
        {
            var blank = shown.IndexOf(' ', StringComparison.Ordinal);
            return $"{before + 1 + numbers[int.Parse(shown[..blank], null) - 1]}{shown[blank..]}";
        });
        Assert.Equal(expected, found.Events);
    }

    /// <summary>Breaks at the last blank before the width, which stays at the end of its piece, as in format=flowed.</summary>
    private static IEnumerable<string> Wrap(string line, int width)
    {
        while (line.Length > width)
        {
            var at = line.LastIndexOf(' ', width - 1);
            at = at < 16 ? line.IndexOf(' ', 16) : at;
            if (at < 0)
            {
                break;
            }

            yield return line[..(at + 1)];
            line = line[(at + 1)..];
        }

        yield return line;
    }

    private static (string Body, List<int> Lines) Encode(List<string> log, string encoding)
    {
        var (text, numbers, before) = (string.Concat(log.Select(line => line + "\n")), new List<int>(), 0);
        foreach (var line in log)
        {
            numbers.Add(encoding switch { "base64" => before * 4 / 3 / 76, "x-uuencode" => 1 + (before / 45), _ => numbers.Count });
            before += line.Length + 1;
        }

        switch (encoding)
        {
            case "base64":
                return (Convert.ToBase64String(Encoding.ASCII.GetBytes(text), Base64FormattingOptions.InsertLineBreaks) + "\n", numbers);
            case "x-uuencode":
                return ("begin 644 a.log\n" + Uuencode(text) + "`\nend\n", numbers);
            case "7bit":
                return (text, numbers);
        }

        var (body, lines) = (new StringBuilder(), 0);
        for (var at = 0; at < log.Count; at++)
        {
            numbers[at] = lines;
            var rest = log[at].Replace("=", "=3D", StringComparison.Ordinal);
            for (; rest.Length > 75; rest = rest[75..], lines++)
            {
                body.Append(rest[..75]).Append("=\n");
            }

            body.Append(rest).Append('\n');
            lines++;
        }

        return (body.ToString(), numbers);
    }

    private static string Uuencode(string text)
    {
        var lines = new StringBuilder();
        foreach (var piece in Encoding.ASCII.GetBytes(text).Chunk(45))
        {
            lines.Append(Sign(piece.Length));
            for (var at = 0; at < piece.Length; at += 3)
            {
                int Byte(int next) => at + next < piece.Length ? piece[at + next] : 0;
                lines.Append(Sign(Byte(0) >> 2)).Append(Sign(((Byte(0) & 3) << 4) | (Byte(1) >> 4))).Append(Sign(((Byte(1) & 15) << 2) | (Byte(2) >> 6))).Append(Sign(Byte(2) & 63));
            }

            lines.Append('\n');
        }

        return lines.ToString();

        static char Sign(int six) => six == 0 ? '`' : (char)(six + 32);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);
}
