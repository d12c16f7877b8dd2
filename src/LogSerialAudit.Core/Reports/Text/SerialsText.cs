namespace LogSerialAudit.Reports.Text;

/// <summary>The table <c>serials</c> as the analysts of old wrote it: serial, UTC, local time, zone, a star on the newest of a zone.</summary>
internal static class SerialsText
{
    public static void Write(AuditReport report, TextWriter writer)
    {
        var times = new TimeText(report.LocalZone, DateStyle.Iso);
        foreach (var row in ComplainedSerial.Of(report.Episodes))
        {
            var at = row.At is { } minted ? $"{Offset(times.Utc(minted))} {Offset(times.Local(minted))}" : "- -";
            writer.Write($"{row.Serial} {at} {SafeText.Of(report.Redaction?.Of(row.Zone) ?? row.Zone)}{(row.IsNewest ? " *" : "")}\n");
        }
    }

    /// <summary>Here UTC is written as an offset too.</summary>
    private static string Offset(string time) => time.EndsWith('Z') ? time[..^1] + "+00:00" : time;
}
