using System.Globalization;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>The time of a line as the programs that write lines write it.</summary>
internal static class WrittenTime
{
    /// <summary><c>May  5 10:05:36</c>.</summary>
    public static string Short(WrittenLine line, DateTimeZone zone) =>
        $"{Local(line, zone, "MMM")} {Local(line, zone, "%d").PadLeft(2)} {Local(line, zone, "HH:mm:ss")}";

    /// <summary><c>Sun May  5 10:05:36 2019</c>.</summary>
    public static string Ctime(WrittenLine line, DateTimeZone zone) => $"{Local(line, zone, "ddd")} {Short(line, zone)} {YearOf(line, zone)}";

    /// <summary><c>2019</c>.</summary>
    public static string YearOf(WrittenLine line, DateTimeZone zone) => Local(line, zone, "uuuu");

    /// <summary><c>févr. 05 10:05:36</c>: of the twelve names, parted by blanks, the month's.</summary>
    public static string Named(WrittenLine line, DateTimeZone zone, string names) =>
        $"{names.Split(' ')[line.At.InZone(zone).Month - 1]} {Local(line, zone, "dd HH:mm:ss")}";

    /// <summary><c>05-May-2019 10:05:36.123</c>.</summary>
    public static string Bind(WrittenLine line, DateTimeZone zone) => Local(line, zone, "dd-MMM-uuuu HH:mm:ss.fff");

    /// <summary><c>2019-05-05T10:05:36</c> and <paramref name="fraction"/>, such as <c>.fff</c>, without offset.</summary>
    public static string IsoLocal(WrittenLine line, DateTimeZone zone, string fraction) => Local(line, zone, "uuuu-MM-dd'T'HH:mm:ss" + fraction);

    /// <summary>The same with an offset.</summary>
    public static string Iso(WrittenLine line, DateTimeZone zone, string fraction, string colon = ":")
    {
        var offset = line.At.InZone(zone).Offset;
        var minutes = Math.Abs(offset.Seconds / 60);
        return string.Create(CultureInfo.InvariantCulture, $"{IsoLocal(line, zone, fraction)}{(offset.Seconds < 0 ? '-' : '+')}{minutes / 60:00}{colon}{minutes % 60:00}");
    }

    /// <summary>The same in UTC, with a <c>Z</c>.</summary>
    public static string Utc(WrittenLine line, string fraction) => IsoLocal(line, DateTimeZone.Utc, fraction) + "Z";

    /// <summary><c>Sun 2019-05-05 10:05:36 PDT</c>.</summary>
    public static string Full(WrittenLine line, DateTimeZone zone) =>
        $"{Local(line, zone, "ddd uuuu-MM-dd HH:mm:ss")} {zone.GetZoneInterval(line.At).Name}";

    /// <summary><c>Sun, 05 May 2019 10:05:36 -0700</c>.</summary>
    public static string Mail(WrittenLine line, DateTimeZone zone) => $"{Local(line, zone, "ddd, dd MMM uuuu HH:mm:ss")} {Iso(line, zone, "", colon: "")[19..]}";

    /// <summary><c>20190505T100536Z</c>, of the same with hyphens and colons.</summary>
    public static string Basic(string iso) => iso.Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);

    /// <summary><c>1557075936.123456</c>.</summary>
    public static string Unix(WrittenLine line) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.At.ToUnixTimeSeconds()}{Local(line, DateTimeZone.Utc, ".ffffff")}");

    /// <summary><c>@400000005ccf2a8a075bca00</c>, TAI64N.</summary>
    public static string Tai(WrittenLine line) =>
        string.Create(CultureInfo.InvariantCulture, $"@{0x4000_0000_0000_000aL + line.At.ToUnixTimeSeconds():x16}{line.At.InUtc().NanosecondOfSecond:x8}");

    private static string Local(WrittenLine line, DateTimeZone zone, string pattern) =>
        line.At.InZone(zone).LocalDateTime.ToString(pattern, CultureInfo.InvariantCulture);
}
