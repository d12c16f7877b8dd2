namespace LogSerialAudit.Lines;

/// <summary>The ways in which a line can write its time.</summary>
public enum StampForm : byte
{
    /// <summary>No stamp.</summary>
    None,

    /// <summary><c>May 25 09:23:51</c> (RFC 3164 section 4.1.2), year and zone unsaid.</summary>
    Classic,

    /// <summary><c>2019-05-25T09:23:51.482-07:00</c> and its relatives (RFC 3339, BIND's <c>iso8601</c> channels), and Go's <c>2019/05/25 09:23:51</c>.</summary>
    Iso,

    /// <summary><c>25-May-2019 09:23:51.482</c> (BIND's <c>print-time local</c>), zone unsaid.</summary>
    Bind,

    /// <summary><c>Şub 04 09:23:51</c>: the classic stamp with a month of more bytes than three (journalctl in other languages).</summary>
    Named,

    /// <summary><c>Sat 2019-05-25 09:23:51 PDT</c> (<c>journalctl -o short-full</c>): a zone by its short name, which only UTC and GMT make an offset.</summary>
    Full,

    /// <summary><c>1558801431.482916</c>: seconds since 1970, or milliseconds, microseconds or nanoseconds by the number of digits.</summary>
    Unix,

    /// <summary>
    /// <c>Thu May 30 09:23:51 2019</c> (<c>ctime</c>, as OpenWrt's <c>logread</c> writes it), or without the day of the week: the year behind the time
    /// of day, zone unsaid.
    /// </summary>
    YearLast,

    /// <summary><c>2019 May 25 09:23:51</c> (syslog-ng's <c>ts-format(full)</c>), zone unsaid.</summary>
    YearFirst,

    /// <summary><c>30/05/2019 09:23:51</c>, perhaps with an offset; only where the log shows that the day stands first (<see cref="SlashOrder"/>).</summary>
    DayFirst,

    /// <summary><c>5/30/2019 9:23:51 AM</c>, perhaps with an offset; only where the log shows that the month stands first.</summary>
    MonthFirst,

    /// <summary>
    /// <c>Thu, 30 May 2019 09:23:51 +0200</c> (RFC 2822 section 3.3, as <c>date -R</c> prints it), with or without the day of the week; a zone by its short
    /// name is an offset only where it is UTC or GMT.
    /// </summary>
    Mail,

    /// <summary><c>20190530T092351Z</c> (the basic format of ISO 8601), perhaps with a fraction; with a blank for the <c>T</c> only before a server's tag.</summary>
    Basic,

    /// <summary><c>2019-05-25T09:23:51.48291</c> in UTC (runit's <c>svlogd -ttt</c>), with no host behind it: another's is of some zone.</summary>
    Svlogd,

    /// <summary>What reads like a date and a time, and is none that is known (<see cref="StampWords"/>): the line has no date.</summary>
    Unread,
}
