namespace LogSerialAudit.Sources;

/// <summary>What the ending of a log file's name says about its place among its rotated siblings.</summary>
public enum RotationScheme
{
    /// <summary>No rotation ending: the file that is written to, or one that was never rotated.</summary>
    Live,

    /// <summary><c>.1</c>, <c>.2.gz</c>: counts back from the live file, so the highest number is the oldest (logrotate, savelog, BIND's <c>suffix increment</c>).</summary>
    Number,

    /// <summary><c>-20190530</c>, <c>.2019-05-30</c>: a day, perhaps with hour, minute and second, in the local time of the host that wrote it (logrotate <c>dateext</c>, syslog-ng).</summary>
    Date,

    /// <summary><c>-1559210000</c>: seconds since 1970 in UTC, of the rotation (logrotate <c>dateformat</c> with <c>%s</c>).</summary>
    Epoch,

    /// <summary><c>.20261122180226313</c>: 17 digits to the millisecond in UTC, the time of rolling (BIND's <c>suffix timestamp</c>, lib/isc/log.c).</summary>
    BindTimestamp,
}
