namespace LogSerialAudit.Cli.Tests.Logcheck;

/// <summary>The forms in which syslog writes a server's message to a file that logcheck reads.</summary>
internal static class SyslogForms
{
    /// <summary>Stamps of 15, 25, 27 and 32 characters, hosts by name and by address.</summary>
    public static readonly IReadOnlyList<string> Headers =
    [
        "Mar 31 10:00:00 ns2 ",
        "Apr  1 10:00:00 ns2.example.org ",
        "2026-11-22T00:30:00+09:00 192.0.2.7 ",
        "2026-11-22T00:30:00.123456Z 2001:db8::7 ",
        "2026-11-22T00:30:00.123456-08:00 ns-2_a ",
    ];

    /// <summary>What BIND itself writes before a message, as its channels are configured.</summary>
    public static readonly IReadOnlyList<string> BindPrefixes =
    [
        "",
        "general: ",
        "info: ",
        "xfer-in: info: ",
        "refresh: debug 1: ",
        "29-Apr-2019 22:30:15.371 ",
        "29-Apr-2019 22:30:15.371 general: info: ",
        "2019-04-29T22:30:15.371Z general: info: ",
        "2019-04-29T22:30:15.371 notice: ",
        "2019-04-29T22:30:15.371+02:00 xfer-in: error: ",
    ];

    /// <summary>What a server writes before a message inside a syslog line.</summary>
    public static IReadOnlyList<string> PrefixesOf(string server) => server switch
    {
        "bind" => BindPrefixes,
        "unbound" => ["", "[123:0] info: "],
        "coredns" => ["[INFO] ", "[WARNING] "],
        "knot" => ["", "info: ", "warning: "],
        _ => [""],
    };

    /// <summary>A message in every form.</summary>
    public static IEnumerable<string> Of(string server, string program, string message) =>
        from header in Headers
        from prefix in PrefixesOf(server)
        select $"{header}{program}[7]: {prefix}{message}";
}
