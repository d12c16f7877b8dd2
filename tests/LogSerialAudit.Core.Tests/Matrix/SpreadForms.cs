using System.Globalization;
using System.Text;
using LogSerialAudit.Core.Tests.Lines;
using NodaTime;
using static LogSerialAudit.Core.Tests.Lines.WrittenParts;
using static LogSerialAudit.Core.Tests.Lines.WrittenTime;

namespace LogSerialAudit.Core.Tests.Matrix;

/// <summary>Forms in which a log line is no line of its file: how a whole log is written, and in which line of the file each of its lines begins.</summary>
internal static class SpreadForms
{
    private const string Mail = "From: a@example.org\nDate: Sun, 31 Dec 2028 10:00:00 +0000\nSubject: logs\nContent-Transfer-Encoding: {0}\n\n";
    private const int Behind = 6;
    private static readonly DateTimeZone Zone = EnvelopeForms.Zone;

    /// <summary>The forms by name.</summary>
    public static IReadOnlyDictionary<string, (WrittenParts Keeps, Func<IReadOnlyList<WrittenLine>, string> Write, Func<IReadOnlyList<WrittenLine>, int, long> LineOf)> All { get; } =
        new Dictionary<string, (WrittenParts, Func<IReadOnlyList<WrittenLine>, string>, Func<IReadOnlyList<WrittenLine>, int, long>)>(StringComparer.Ordinal)
        {
            ["journalctl export"] = (Moment | Writer, Each(line => $"__CURSOR=s=1\n__REALTIME_TIMESTAMP={Micros(line)}\n_HOSTNAME={line.Host}\nSYSLOG_IDENTIFIER={line.Program}\n_PID={line.Pid}\nMESSAGE={line.Message}\n\n"), (_, place) => (7 * place) + 6),
            ["journalctl verbose"] = (Time | Year | Writer, Each(line => $"{Full(line, Zone).Replace(" P", $".123456 P", StringComparison.Ordinal)} [s=1;i=2]\n    _HOSTNAME={line.Host}\n    SYSLOG_IDENTIFIER={line.Program}\n    _PID={line.Pid}\n    MESSAGE={line.Message}\n"), (_, place) => (5 * place) + 5),
            ["journalctl json-pretty"] = (Moment | Writer, Each(line => $"{{\n\t\"__REALTIME_TIMESTAMP\" : \"{Micros(line)}\",\n\t\"_HOSTNAME\" : \"{line.Host}\",\n\t\"SYSLOG_IDENTIFIER\" : \"{line.Program}\",\n\t\"_PID\" : \"{line.Pid}\",\n\t\"MESSAGE\" : \"{Escaped(line.Message)}\"\n}}\n"), (_, place) => (7 * place) + 1),
            ["RFC 6587, all in one line"] = (Time | Writer, Each(line => Frame($"<30>{Classic(line)}")), (_, _) => 1),
            ["RFC 6587, line ends within"] = (Time | Writer, Each(line => Frame($"<30>{Classic(line)}\n") + "\n"), (_, place) => (2 * place) + 1),
            ["Splunk's CSV"] = (Moment | Writer, lines => "\"_raw\",\"_time\",host,source\n" + Each(line => $"{Cell(Classic(line))},\"{Iso(line, Zone, ".ffffff", colon: "")}\",{line.Host},\"/var/log/daemon.log\"\n")(lines), (_, place) => place + 2),
            ["Graylog's CSV"] = (Moment | Writer, lines => "\"timestamp\",\"source\",\"message\"\r\n" + Each(line => $"\"{Utc(line, ".ffffff")}\",\"{line.Host}\",{Cell($"{line.Program}[{line.Pid}]: {line.Message}")}\r\n")(lines), (_, place) => place + 2),
            ["a quoted mail"] = (Time | Writer, lines => Mail.Replace("{0}", "8bit", StringComparison.Ordinal) + Each(line => $"> > {Classic(line)}\n")(lines), (_, place) => place + Behind),
            ["a mail in base64"] = (Time | Writer, lines => Mail.Replace("{0}", "base64", StringComparison.Ordinal) + Convert.ToBase64String(Bytes(lines), Base64FormattingOptions.InsertLineBreaks).Replace("\r\n", "\n", StringComparison.Ordinal) + "\n", (lines, place) => (Bytes(lines.Take(place)).Length / 57) + Behind),
            ["a mail of HTML"] = (Time | Writer, lines => Mail.Replace("{0}", "8bit\nContent-Type: text/html", StringComparison.Ordinal) + "<html><body>\n" + Each(line => $"{System.Net.WebUtility.HtmlEncode(Classic(line))}<br>\n")(lines), (_, place) => place + Behind + 2),
            ["colours"] = (Time | Writer, Each(line => $"\u001b[32m{Short(line, Zone)}\u001b[0m \u001b[1m{line.Host}\u001b[0m {line.Program}[{line.Pid}]: {line.Message.Replace("zone", "\u001b[01;31m\u001b[Kzone\u001b[m\u001b[K", StringComparison.Ordinal)}\n"), (_, place) => place + 1),
            ["blanks that do not break"] = (Time | Writer, Each(line => Classic(line).Replace(' ', '\u00a0') + "\r\n"), (_, place) => place + 1),
            ["Kibana's CSV"] = (Time | Year | Writer, lines => "\"@timestamp\",\"host.name\",\"process.name\",\"process.pid\",message\n" + Each(line => $"\"{Kibana(line)}\",{line.Host},{line.Program},{line.Pid},{Cell(line.Message)}\n")(lines), (_, place) => place + 2),
            ["CSV of a spreadsheet, with semicolons"] = (Time | Year | Writer, lines => "sep=;\r\nTime;Host;Program;PID;Message\r\n" + Each(line => $"{Dotted(line)};{line.Host};{line.Program};{line.Pid};{Cell(line.Message)}\r\n")(lines), (_, place) => place + 3),
            ["CSV with tabs"] = (Moment | Writer, lines => "_time\thost\t_raw\n" + Each(line => $"{Iso(line, Zone, ".ffffff")}\t{line.Host}\t{Cell(Classic(line))}\n")(lines), (_, place) => place + 2),
        };

    private static byte[] Bytes(IEnumerable<WrittenLine> lines) => Encoding.UTF8.GetBytes(Each(line => Classic(line) + "\n")([.. lines]));

    private static Func<IReadOnlyList<WrittenLine>, string> Each(Func<WrittenLine, string> write) => lines => string.Concat(lines.Select(write));

    private static string Classic(WrittenLine line) => $"{Short(line, Zone)} {line.Host} {line.Program}[{line.Pid}]: {line.Message}";

    private static string Kibana(WrittenLine line) => line.At.InZone(Zone).LocalDateTime.ToString("MMM d, uuuu '@' HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string Dotted(WrittenLine line) => line.At.InZone(Zone).LocalDateTime.ToString("dd.MM.uuuu HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Frame(string message) => $"{Encoding.UTF8.GetByteCount(message)} {message}";

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static long Micros(WrittenLine line) => line.At.ToUnixTimeTicks() / 10;
}
