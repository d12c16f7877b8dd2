using System.Text;

namespace LogSerialAudit.Lines;

/// <summary>
/// The names under which the usual programs write the parts of a log line as JSON: <c>journalctl -o json</c>, docker's
/// <c>json-file</c>, rsyslog's <c>jsonmesg</c>, syslog-ng's <c>format-json</c>, fluent-bit, the Elastic Common Schema, Google's <c>LogEntry</c>, NXLog, and
/// what Splunk, Graylog, CloudWatch, Azure and Loki export.
/// </summary>
internal static class JsonKeys
{
    /// <summary>By field, best first: where a line has several names of one field, the earlier counts. A dot leads into an object.</summary>
    private static readonly (JsonField Field, string Names)[] Known =
    [
        (JsonField.Message, "MESSAGE message @message msg log short_message rawmsg _raw textPayload line Message SyslogMessage"),
        (JsonField.Time, "_SOURCE_REALTIME_TIMESTAMP __REALTIME_TIMESTAMP timereported time _time timestamp ISODATE @timestamp datetime date timegenerated ts DATE EventTime TimeGenerated"),
        (JsonField.Host, "kubernetes.pod_name _HOSTNAME hostname HOST host host.hostname host.name fromhost container_name Hostname Computer"),
        (JsonField.Program, "SYSLOG_IDENTIFIER syslogtag syslog-tag programname program PROGRAM app-name appname app_name APP-NAME ident process.name _COMM _process_name SourceName ProcessName"),
        (JsonField.Pid, "SYSLOG_PID _PID pid PID procid PROCID process.pid ProcessID"),
        (JsonField.Stream, "stream source"),
        (JsonField.Part, "logtag _p"),
    ];

    private static readonly Key[] Keys =
        [.. Known.SelectMany(known => known.Names.Split(' ').Select((name, rank) => new Key(Encoding.UTF8.GetBytes(name), known.Field, rank + 1)))];

    private static readonly byte[][] ByLength = Enumerable.Range(0, Keys.Max(key => key.Name.Length) + 1)
        .Select(length => Enumerable.Range(0, Keys.Length).Where(key => Keys[key].Name.Length == length).Select(key => (byte)key).ToArray()).ToArray();

    private static readonly byte[][] Groups = ["kubernetes."u8.ToArray(), "host."u8.ToArray(), "process."u8.ToArray()];

    /// <summary>The number of a name within a group, 0 to 63; -1 where it is not known.</summary>
    /// <param name="group">0 at the top, else what <see cref="Group"/> gave.</param>
    /// <param name="name">The name.</param>
    public static int Find(int group, ReadOnlySpan<byte> name)
    {
        var prefix = group == 0 ? default : Groups[group - 1].AsSpan();
        var length = prefix.Length + name.Length;
        if (length >= ByLength.Length)
        {
            return -1;
        }

        foreach (var key in ByLength[length])
        {
            var known = Keys[key].Name.AsSpan();
            if (known.EndsWith(name) && known.StartsWith(prefix))
            {
                return key;
            }
        }

        return -1;
    }

    /// <summary>The group that an object of a name at the top is; 0 for one that says nothing of interest.</summary>
    public static int Group(ReadOnlySpan<byte> name)
    {
        for (var group = 0; group < Groups.Length; group++)
        {
            if (name.SequenceEqual(Groups[group].AsSpan()[..^1]))
            {
                return group + 1;
            }
        }

        return 0;
    }

    /// <summary>What a name stands for, and its rank among the names for the same; 1 is the best.</summary>
    public static (JsonField Field, int Rank) At(int key) => (Keys[key].Field, Keys[key].Rank);

    private readonly record struct Key(byte[] Name, JsonField Field, int Rank);
}
