using LogSerialAudit.Core.Tests.Lines;
using LogSerialAudit.Messages;
using NodaTime;
using static LogSerialAudit.Core.Tests.Lines.WrittenParts;
using static LogSerialAudit.Core.Tests.Lines.WrittenTime;

namespace LogSerialAudit.Core.Tests.Matrix;

/// <summary>What a server writes: the samples of its catalogue, and the forms that its lines have in files of its own.</summary>
/// <param name="Server">The server, as the catalogue calls it.</param>
/// <param name="Program">Its program.</param>
/// <param name="Samples">Its messages, each with the entry that it is a sample of.</param>
/// <param name="OwnForms">How it writes a line without syslog, by name.</param>
internal sealed record ServerMessages(
    string Server,
    string Program,
    IReadOnlyList<(CatalogueEntry Entry, CatalogueSample Sample)> Samples,
    IReadOnlyDictionary<string, (WrittenParts Keeps, Func<WrittenLine, string> Write)> OwnForms)
{
    private const WrittenParts Named = WrittenParts.Program | Pid;
    private static readonly DateTimeZone Zone = EnvelopeForms.Zone;

    /// <summary>The built-in catalogue, and the one that has to be asked for.</summary>
    public static Catalogue Catalogue { get; } = Catalogue.ReadWithBuiltIn(Catalogue.FindOptional("windows")!).Catalogue!;

    /// <summary>All servers.</summary>
    public static IReadOnlyList<ServerMessages> All { get; } =
    [
        Of("bind", "named", ("BIND's file", Time | Year, line => $"{Bind(line, Zone)} general: info: {line.Message}")),
        Of(
            "nsd",
            "nsd",
            ("NSD's file", Named | Time | Year, line => $"[{IsoLocal(line, Zone, ".fff").Replace('T', ' ')}] {line.Program}[{line.Pid}]: info: {line.Message}"),
            ("NSD's file in seconds", Named | Moment, line => $"[{line.At.ToUnixTimeSeconds()}] {line.Program}[{line.Pid}]: info: {line.Message}"),
            ("NSD's file, iso", Named | Moment, line => $"{Iso(line, Zone, ".fff")} {line.Program}[{line.Pid}]: info: {line.Message}")),
        Of("knot", "knotd", ("Knot's file", Moment, line => $"{Iso(line, Zone, "", colon: "")} info: {line.Message}")),
        Of("powerdns", "pdns_server", ("PowerDNS's output", Time, line => $"{Short(line, Zone)} {line.Message}")),
        Of(
            "unbound",
            "unbound",
            ("Unbound's file in seconds", Named | Moment, line => $"[{line.At.ToUnixTimeSeconds()}] {line.Program}[{line.Pid}:0] info: {line.Message}"),
            ("Unbound's file, ascii", Named | Time, line => $"{Short(line, Zone)} {line.Program}[{line.Pid}:1] info: {line.Message}"),
            ("Unbound's file, iso", Named | Moment, line => $"{Iso(line, Zone, ".fff")} {line.Program}[{line.Pid}:0] info: {line.Message}")),
        Of(
            "coredns",
            "coredns",
            ("CoreDNS's output", Message, line => $"[INFO] {line.Message}"),
            ("CoreDNS's output before 1.3", Time | Year, line => $"{IsoLocal(line, Zone, "").Replace('-', '/').Replace('T', ' ')} [INFO] {line.Message}"),
            ("CoreDNS's output with a stamp", Moment, line => $"{Utc(line, ".fff")} [INFO] {line.Message}")),
        Of("windows", "Microsoft-Windows-DNS-Server-Service", ("Windows' export", Moment, line => $"{Utc(line, ".fff")} {line.Message}")),
    ];

    /// <summary>The forms in which a log may have its lines: those of syslog, journal and JSON, its own, and its own within what a container's runtime writes.</summary>
    public IReadOnlyDictionary<string, (WrittenParts Keeps, Func<WrittenLine, string> Write)> Forms => field ??= EnvelopeForms.All
        .Where(form => Server == "bind" || form.Value.Keeps.HasFlag(WrittenParts.Program))
        .Concat(OwnForms)
        .Concat(Containers(OwnForms.First().Value))
        .ToDictionary(form => form.Key, form => form.Value, StringComparer.Ordinal);

    public override string ToString() => Server;

    private static IEnumerable<KeyValuePair<string, (WrittenParts Keeps, Func<WrittenLine, string> Write)>> Containers((WrittenParts Keeps, Func<WrittenLine, string> Write) own)
    {
        yield return KeyValuePair.Create<string, (WrittenParts Keeps, Func<WrittenLine, string> Write)>(
            "its own in docker's json-file", (own.Keeps | Moment, line => $$"""{"log":"{{own.Write(line).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}}\n","stream":"stdout","time":"{{Utc(line, ".fffffffff")}}"}"""));
        yield return KeyValuePair.Create<string, (WrittenParts Keeps, Func<WrittenLine, string> Write)>(
            "its own in CRI, cut in two", (own.Keeps | Moment, line => $"{Utc(line, ".fffffffff")} stderr P {own.Write(line)[..20]}\n{Utc(line, ".fffffffff")} stderr F {own.Write(line)[20..]}"));
        yield return KeyValuePair.Create<string, (WrittenParts Keeps, Func<WrittenLine, string> Write)>(
            "its own in docker compose", (own.Keeps | Host, line => $"\u001b[36m{line.Host}  | \u001b[0m{own.Write(line)}"));
    }

    private static ServerMessages Of(string server, string program, params (string Name, WrittenParts Keeps, Func<WrittenLine, string> Write)[] own) => new(
        server,
        program,
        [.. Catalogue.Entries.Where(entry => entry.Server == server).SelectMany(entry => entry.Samples.Select(sample => (entry, sample)))],
        own.ToDictionary(form => form.Name, form => (form.Keeps, form.Write), StringComparer.Ordinal));
}
