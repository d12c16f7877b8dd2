using LogSerialAudit.Watching;

namespace LogSerialAudit.Reports.Changes;

/// <summary>All changes in one line for syslog, so that whatever reads it carries them.</summary>
public static class SyslogLine
{
    /// <summary>logger cuts a message after 1 KiB.</summary>
    private const int Most = 900;

    /// <summary>The line, without its end; of one change or more.</summary>
    public static string Of(IReadOnlyList<Change> changes)
    {
        var line = SafeText.Of(string.Join("; ", changes.GroupBy(change => change.Kind).OrderBy(kind => ChangeWords.Rank(kind.Key))
            .Select(kind => $"{ChangeWords.Summary(kind)}: {ZoneNames.Of(kind.Select(change => change.History))}")));
        return line.Length <= Most ? line : line[..Most] + "...";
    }
}
