using System.Globalization;

namespace LogSerialAudit.Cli.Tests;

/// <summary>
/// A culture in which whatever is written or read without saying how goes wrong: other signs, separators and dates. (The
/// program runs without culture data, as do its tests, so a real one such as tr-TR can not be had.)
/// </summary>
internal static class HostileCulture
{
    public static CultureInfo Create()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.PositiveSign = "plus";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = "'";
        return culture;
    }
}
