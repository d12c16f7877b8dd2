namespace LogSerialAudit.Daemons.Tests.Named;

/// <summary>The text of the files that a server is started with.</summary>
internal static class NamedConfiguration
{
    public static string Key(string secret) => $$"""
        key "rndc-key" { algorithm hmac-sha256; secret "{{secret}}"; };

        """;

    public static string Server(string folder, string logPath, LogChannel channel, int port, int controlPort, string zones) => $$"""
        include "{{folder}}/rndc.key";
        controls { inet 127.0.0.1 port {{controlPort}} allow { 127.0.0.1; } keys { "rndc-key"; }; };
        options {
          directory "{{folder}}";
          pid-file none;
          session-keyfile none;
          listen-on port {{port}} { 127.0.0.1; };
          listen-on-v6 { none; };
          recursion no;
          dnssec-validation no;
          empty-zones-enable no;
          notify no;
          allow-transfer { 127.0.0.1; };
        };
        logging {
          channel audited {
            file "{{logPath}}";
            print-time {{(channel == LogChannel.FileIso8601Utc ? "iso8601-utc" : "local")}};
            print-category yes;
            print-severity yes;
            severity info;
          };
          category default { audited; };
        };
        {{zones}}

        """;

    public static string PrimaryZone(string zone, params IEnumerable<int> secondaryPorts) => $$"""
        zone "{{zone}}" {
          type primary;
          file "zone.db";
          notify explicit;
          notify-delay 0;
          also-notify { {{string.Concat(secondaryPorts.Select(port => $"127.0.0.1 port {port}; "))}}};
        };
        """;

    // The default minima (300 and 500 seconds) would make any rollback a matter of minutes.
    public static string SecondaryZone(string zone, params IEnumerable<int> primaryPorts) => $$"""
        zone "{{zone}}" {
          type secondary;
          file "zone.db";
          masterfile-format text;
          primaries { {{string.Concat(primaryPorts.Select(port => $"127.0.0.1 port {port}; "))}}};
          min-refresh-time 1;
          min-retry-time 1;
        };
        """;

    /// <summary>Writes a zone file beside and moves it over: named never sees half a file.</summary>
    public static async Task WriteZoneFileAsync(string folder, string zone, uint serial, ZoneTimers timers, CancellationToken cancel)
    {
        var path = Path.Combine(folder, "zone.db");
        await File.WriteAllTextAsync(path + ".new", ZoneFile(zone, serial, timers), cancel);
        File.Move(path + ".new", path, overwrite: true);
    }

    private static string ZoneFile(string zone, uint serial, ZoneTimers timers) => $"""
        $TTL 60
        @ SOA ns1.{zone}. hostmaster.{zone}. {serial} {timers.Refresh} {timers.Retry} {timers.Expire} 60
        @ NS ns1.{zone}.
        ns1 A 127.0.0.1
        serial TXT "{serial}"

        """;
}
