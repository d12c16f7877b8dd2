using System.Text;
using System.Text.Encodings.Web;
using NodaTime;
using static LogSerialAudit.Core.Tests.Lines.WrittenParts;
using static LogSerialAudit.Core.Tests.Lines.WrittenTime;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>
/// Every way in which one line of a file can hold a log line: what of the line it keeps, and a function that writes it.
/// Times without an offset are in <see cref="Zone"/>.
/// </summary>
internal static class EnvelopeForms
{
    private const string German = "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez";
    private const string French = "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.";
    private const string Turkish = "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara";
    private const string Russian = "янв фев мар апр мая июн июл авг сен окт ноя дек";
    private const string Chinese = "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月";

    /// <summary>A zone that changes its offset, and has short names.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];

    /// <summary>The forms by name.</summary>
    public static IReadOnlyDictionary<string, (WrittenParts Keeps, Func<WrittenLine, string> Write)> All { get; } =
        new Dictionary<string, (WrittenParts, Func<WrittenLine, string>)>(StringComparer.Ordinal)
        {
            ["syslog"] = (Time | Writer, Classic),
            ["syslog, PRI"] = (Time | Writer, line => "<30>" + Classic(line)),
            ["syslog, Windows line end"] = (Time | Writer, line => Classic(line) + "\r"),
            ["syslog, Solaris"] = (Time | Writer, line => $"{Short(line, Zone)} {Tag(line)} [ID 702911 local0.error] {line.Message}"),
            ["syslog, FreeBSD"] = (Time | Writer, line => $"{Short(line, Zone)} <daemon.info> {Tagged(line)}"),
            ["syslog, BusyBox"] = (Time | Writer, line => $"{Short(line, Zone)} {line.Host} daemon.info {line.Program}[{line.Pid}]: {line.Message}"),
            ["syslog, F5"] = (Time | Writer, line => $"{Short(line, Zone)} {line.Host} info {line.Program}[{line.Pid}]: {line.Message}"),
            ["syslog, macOS"] = (Time | Writer, line => $"{Short(line, Zone)} {Tag(line)[..^1]} <Notice>: {line.Message}"),
            ["syslog, AIX"] = (Time | Writer, line => $"{Short(line, Zone)} {line.Host} daemon:info {line.Program}[{line.Pid}]: {line.Message}"),
            ["syslog, AIX, forwarded"] = (Time | Writer, line => $"{Short(line, Zone)} Message forwarded from {line.Host}: {line.Program}[{line.Pid}]: {line.Message}"),
            ["syslog, year behind the time"] = (Time | Year | Writer, line => $"{Short(line, Zone)} {YearOf(line, Zone)} {Tagged(line)}"),
            ["syslog, ctime"] = (Time | Year | Writer, line => $"{Ctime(line, Zone)} {Tagged(line)}"),
            ["syslog, seconds"] = (Moment | Writer, line => $"{Unix(line)[..10]} {Tagged(line)}"),
            ["logread -t"] = (Moment | WrittenParts.Program | Pid, line => $"{Ctime(line, Zone)} [{Unix(line)}] daemon.info {line.Program}[{line.Pid}]: {line.Message}"),
            ["Go's log"] = (Time | Year, line => $"{IsoLocal(line, Zone, ".ffffff").Replace('-', '/').Replace('T', ' ')} {line.Message}"),
            ["syslog, BIND's stamp"] = (Time | Year | Writer, line => $"{Short(line, Zone)} {Tag(line)} {OfBind(line)}"),
            ["syslog, two blanks"] = (Time | Writer, line => $"{Short(line, Zone)} {Tag(line)}  {line.Message}"),
            ["syslog, relayed"] = (Time | Writer, line => $"{Short(line, Zone)} relay {Classic(line)}"),
            ["syslog, relayed from rsyslog"] = (Moment | Writer, line => $"{Short(line, Zone)} 192.0.2.9 {Iso(line, Zone, ".ffffff")} {Tagged(line)}"),
            ["syslog, relayed from RFC 5424"] = (Moment | Writer, line => $"{Short(line, Zone)} relay {Rfc5424(line, "-")}"),
            ["rsyslog"] = (Moment | Writer, line => $"{Iso(line, Zone, ".ffffff")} {Tagged(line)}"),
            ["RFC 5424"] = (Moment | Writer, line => Rfc5424(line, "-")),
            ["RFC 5424, data and mark"] = (Moment | Writer, line => Rfc5424(line, """[a@1 b="\] \" c"] """ + "\uFEFF")),
            ["RFC 6587"] = (Moment | Writer, line => $"{Encoding.UTF8.GetByteCount(Rfc5424(line, "-"))} {Rfc5424(line, "-")}"),
            ["BIND, local"] = (Time | Year, OfBind),
            ["BIND, up to 9.2"] = (Time, line => $"{Short(line, Zone)}{Bind(line, Zone)[20..]} general: info: {line.Message}"),
            ["BIND, iso8601"] = (Time | Year, line => $"{IsoLocal(line, Zone, ".fff")} general: info: {line.Message}"),
            ["BIND, iso8601-utc"] = (Moment, line => $"{Utc(line, ".fff")} general: info: {line.Message}"),
            ["BIND, no time"] = (Message, line => $"general: info: {line.Message}"),
            ["journalctl short, German"] = (Time | Writer, line => $"{Named(line, Zone, German)} {Tagged(line)}"),
            ["journalctl short, French"] = (Time | Writer, line => $"{Named(line, Zone, French)} {Tagged(line)}"),
            ["journalctl short, Turkish"] = (Time | Writer, line => $"{Named(line, Zone, Turkish)} {Tagged(line)}"),
            ["journalctl short, Russian"] = (Time | Writer, line => $"{Named(line, Zone, Russian)} {Tagged(line)}"),
            ["journalctl short, Chinese"] = (Time | Writer, line => $"{Named(line, Zone, Chinese)} {Tagged(line)}"),
            ["journalctl short, Japanese"] = (Time | Writer, line => $"{Named(line, Zone, Chinese).PadLeft(15)} {Tagged(line)}"),
            ["journalctl short-iso"] = (Moment | Writer, line => $"{Iso(line, Zone, "", colon: "")} {Tagged(line)}"),
            ["journalctl short-iso-precise"] = (Moment | Writer, line => $"{Iso(line, Zone, ".ffffff")} {Tagged(line)}"),
            ["journalctl short-full"] = (Time | Year | Writer, line => $"{Full(line, Zone)} {Tagged(line)}"),
            ["journalctl short-full, UTC"] = (Moment | Writer, line => $"{Full(line, DateTimeZone.Utc)} {Tagged(line)}"),
            ["journalctl short-unix"] = (Moment | Writer, line => $"{Unix(line)} {Tagged(line)}"),
            ["journalctl short-monotonic"] = (Writer, line => $"[ 1234.567890] {Tagged(line)}"),
            ["journalctl json"] = (Moment | Writer, Journal),
            ["journalctl json-seq"] = (Moment | Writer, line => "\u001e" + Journal(line)),
            ["rsyslog json"] = (Moment | Writer, line => Json(
                ("msg", " " + line.Message), ("hostname", line.Host), ("syslogtag", $"{line.Program}[{line.Pid}]:"), ("timereported", Iso(line, Zone, ".ffffff")))),
            ["syslog-ng json"] = (Time | Writer, line => Json(
                ("PROGRAM", line.Program), ("PID", $"{line.Pid}"), ("MESSAGE", line.Message), ("HOST", line.Host), ("DATE", Short(line, Zone)))),
            ["fluent-bit json"] = (Moment | Writer, line =>
                $$"""{"date":{{Unix(line)}},{{Json(("host", line.Host), ("ident", line.Program), ("pid", $"{line.Pid}"), ("message", line.Message))[1..]}}"""),
            ["docker json-file"] = (Moment, line => Json(("log", OfBind(line) + "\n"), ("stream", "stderr"), ("time", Utc(line, ".fffffffff")))),
            ["docker json-file, syslog"] = (Moment | Writer, line => Json(("log", Classic(line) + "\n"), ("stream", "stderr"), ("time", Utc(line, ".fffffffff")))),
            ["CRI"] = (Moment, line => $"{Utc(line, ".fffffffff")} stdout F {OfBind(line)}"),
            ["docker logs -t"] = (Moment, line => $"{Utc(line, ".fffffffff")} {OfBind(line)}"),
            ["docker logs -t, syslog"] = (Moment | Writer, line => $"{Utc(line, ".fffffffff")} {Classic(line)}"),
            ["multilog"] = (Moment, line => $"{Tai(line)} {OfBind(line)}"),
            ["Google's json"] = (Moment, line => Json(("textPayload", OfBind(line)), ("timestamp", Utc(line, ".fffffffff")), ("logName", "projects/a/logs/stderr"))),
            ["kubectl logs --prefix --timestamps"] = (Moment | Host, line => $"[pod/{line.Host}/named] {Utc(line, ".fffffffff")} {OfBind(line)}"),
            ["docker compose"] = (Time | Year | Host, line => $"\u001b[36m{line.Host}  | \u001b[0m{OfBind(line)}"),
            ["logfmt"] = (Moment | Writer, line => $"time={Utc(line, ".ffffff")} level=info host={line.Host} program={line.Program} pid={line.Pid} msg={Quoted(line.Message)}"),
            ["logfmt, syslog"] = (Moment | Writer, line => $"ts={Unix(line)} message={Quoted(Classic(line))}"),
            ["aws logs tail"] = (Moment | Host, line => $"{Utc(line, ".ffffff")[..^1]}+00:00 {line.Host} {OfBind(line)}"),
            ["aws logs tail, syslog"] = (Moment | Writer, line => $"{Utc(line, ".ffffff")[..^1]}+00:00 named/0123abcd {Classic(line)}"),
            ["grep -H"] = (Time | Writer, line => $"/var/log/daemon.log:{Classic(line)}"),
            ["grep -n"] = (Time | Writer, line => $"/var/log/a:b/daemon-1.log:17:{Classic(line)}"),
            ["grep -C"] = (Time | Writer, line => $"/var/log/daemon.log-16-{Classic(line)}"),
            ["syslog-ng's full stamps"] = (Time | Year | Writer, line => $"{YearOf(line, Zone)} {Classic(line)}"),
            ["syslog, colon behind the time"] = (Time | WrittenParts.Program | Pid, line => $"{Short(line, Zone)}: {line.Program}[{line.Pid}]: {line.Message}"),
            ["syslog, in brackets"] = (Time | Writer, line => $"[{Short(line, Zone)}] {Tagged(line)}"),
            ["BIND, in brackets"] = (Time | Year, line => $"[{Bind(line, Zone)}] general: info: {line.Message}"),
            ["date -R"] = (Moment | Writer, line => $"{Mail(line, Zone)} {Tagged(line)}"),
            ["date -R, BIND's message"] = (Moment, line => $"{Mail(line, Zone)[5..]} (PDT) general: info: {line.Message}"),
            ["ISO, basic"] = (Moment | Writer, line => $"{Basic(Utc(line, ".fff"))} {Tagged(line)}"),
            ["ISO, basic, BIND's message"] = (Moment, line => $"{Basic(Utc(line, ""))} general: info: {line.Message}"),
            ["ISO, basic, a blank"] = (Time | Year | Writer, line => $"{Basic(IsoLocal(line, Zone, "")).Replace('T', ' ')} {Tagged(line)}"),
            ["cells"] = (Moment | Writer, line => $"{Iso(line, Zone, ".ffffff")}\t{line.Host}\t{line.Program}[{line.Pid}]:\t{line.Message}"),
            ["Kiwi Syslog"] = (Time | Year | Writer, line => $"{IsoLocal(line, Zone, "").Replace('T', ' ')}\tDaemon.Info\t{line.Host}\t{Short(line, Zone)} {line.Program}[{line.Pid}]: {line.Message}"),
            ["Grafana's text"] = (Moment, line => $"{Utc(line, ".fff")}\t{OfBind(line)}"),
            ["logcli"] = (Moment | Host, line => $"{Utc(line, "")} {{host=\"{line.Host}\", job=\"named\"}} {OfBind(line)}"),
            ["logcli, syslog"] = (Moment | Writer, line => $"{Utc(line, "")} {{filename=\"/var/log/syslog\", job=\"x y\"}} {Classic(line)}"),
            ["metalog"] = (Time | WrittenParts.Program, line => $"{Short(line, Zone)} [{line.Program}] {line.Message}"),
            ["svlogd -tt"] = (Moment, line => $"{IsoLocal(line, DateTimeZone.Utc, ".fffff").Replace('T', '_')} {OfBind(line)}"),
            ["svlogd -ttt"] = (Moment, line => $"{IsoLocal(line, DateTimeZone.Utc, ".fffff")} {OfBind(line)}"),
            ["socklog"] = (Moment | WrittenParts.Program | Pid, line => $"{IsoLocal(line, DateTimeZone.Utc, ".fffff")} daemon.info: {Short(line, Zone)} {line.Program}[{line.Pid}]: {line.Message}"),
            ["ts"] = (Time | Year, line => $"{Short(line, Zone)} {OfBind(line)}"),
            ["log show"] = (Moment | WrittenParts.Program | Pid, line => $"{Iso(line, Zone, ".ffffff", colon: "").Replace('T', ' ')} 0x1b2c     Default     0x0                  {line.Pid}    0    {line.Program}: (libsystem_c.dylib) {line.Message}"),
            ["log show --style compact"] = (Time | Year | WrittenParts.Program | Pid, line => $"{IsoLocal(line, Zone, ".fff").Replace('T', ' ')} Df {line.Program}[{line.Pid}:1b2c] {line.Message}"),
            ["stern"] = (Time | Year | Host, line => $"{line.Host} named {OfBind(line)}"),
            ["stern -t"] = (Moment | Host, line => $"dns {line.Host} named {Utc(line, ".fffffffff")} {OfBind(line)}"),
            ["cat -n"] = (Time | Writer, line => $"    17\t{Classic(line)}"),
            ["less -N"] = (Moment | Writer, line => $"     17 {Iso(line, Zone, ".ffffff")} {Tagged(line)}"),
            ["a list"] = (Time | Writer, line => $"* {Classic(line)}"),
            ["a list, in quotes"] = (Time | Year, line => $" 1. `{OfBind(line)}`\r"),
            ["a list of strings"] = (Time | Writer, line => $"        \"{Classic(line)}\","),
            ["pdsh"] = (Time | Writer, line => $"ns-7: {Classic(line)}"),
            ["pdsh, BIND's stamp"] = (Time | Year | Host, line => $"{line.Host}: {OfBind(line)}"),
            ["a table of a wiki"] = (Time | Writer, line => $"| {Classic(line)} |"),
            ["grep -H, seconds"] = (Moment | Writer, line => $"/var/log/daemon.log:{Unix(line)[..10]} {Tagged(line)}"),
        };

    private static string Tag(WrittenLine line) => $"{line.Host} {line.Program}[{line.Pid}]:";

    private static string Tagged(WrittenLine line) => $"{Tag(line)} {line.Message}";

    private static string Classic(WrittenLine line) => $"{Short(line, Zone)} {Tagged(line)}";

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string OfBind(WrittenLine line) => $"{Bind(line, Zone)} general: info: {line.Message}";

    private static string Rfc5424(WrittenLine line, string data) =>
        $"<30>1 {Utc(line, ".ffffff")} {line.Host} {line.Program} {line.Pid} - {(data.EndsWith('\uFEFF') ? data : data + " ")}{line.Message}";

    private static string Journal(WrittenLine line) => Json(
        ("__CURSOR", "s=1;i=2"),
        ("__REALTIME_TIMESTAMP", $"{line.At.ToUnixTimeTicks() / 10}"),
        ("_HOSTNAME", line.Host),
        ("SYSLOG_IDENTIFIER", line.Program),
        ("_PID", $"{line.Pid}"),
        ("_COMM", "isc-net-0001"),
        ("MESSAGE", line.Message));

    private static string Json(params (string Name, string Value)[] fields) =>
        "{" + string.Join(",", fields.Select(field => $"\"{field.Name}\":\"{JavaScriptEncoder.Default.Encode(field.Value)}\"")) + "}";
}
