using System.Globalization;
using LogSerialAudit.Dating;
using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating.Cases;

/// <summary>The cases that are known to go wrong, one a row: what is dated surely, what is marked, what is said.</summary>
internal static partial class DatingCases
{
    private const string New = "zone a.example/IN: transferred serial {serial}";
    private const string NewB = "zone b.example/IN: transferred serial {serial}";
    private const double Day = 1440;

    /// <summary>All cases by name.</summary>
    public static IReadOnlyDictionary<string, DatingCase> All { get; } =
        new[] { NewYears(), Disorder(), Files(), WrittenYears(), Hours(), Zones(), Serials(), Options() }.SelectMany(rows => rows).ToDictionary();

    /// <summary>A log with a new serial at noon of each day, which was minted so many seconds before.</summary>
    private static MadeLog Delayed(int[] seconds)
    {
        var log = new MadeLog("UTC");
        for (var day = 0; day < seconds.Length; day++)
        {
            var at = MadeLog.At("2019-05-01T12:00:00") + Duration.FromDays(day);
            log.Line(at.ToString("uuuu-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"zone a.example/IN: transferred serial {at.ToUnixTimeSeconds() - seconds[day]}"));
        }

        return log;
    }

    private static DatingOptions Declared(string zone) => new()
    {
        LogZone = DateTimeZoneProviders.Tzdb[zone],
        Now = MadeLog.At("2026-03-01T00:00:00"),
    };
}
