using LogSerialAudit.Reports;
using NodaTime;

namespace LogSerialAudit.Cli.Options;

/// <summary>Time zones as typed and as the system has them.</summary>
internal static class ZoneArgument
{
    /// <summary>The IANA zone of that name.</summary>
    /// <param name="name">Such as <c>America/Los_Angeles</c> or <c>UTC</c>.</param>
    /// <param name="zone">The zone; UTC where false is returned.</param>
    /// <param name="error">One line that names near names; empty where true is returned.</param>
    public static bool TryFind(string name, out DateTimeZone zone, out string error)
    {
        var found = DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);
        (zone, error) = (found ?? DateTimeZone.Utc, "");
        if (found is null)
        {
            var near = Near(name);
            var hint = near.Count > 0 ? NearNames.Question(near) : "; a name is like America/Los_Angeles or UTC";
            error = $"no such time zone{hint}";
        }

        return found is not null;
    }

    /// <summary>The system's zone: <c>TZ</c>, else what the system says; UTC, with a line on standard error, where that is no IANA zone.</summary>
    public static DateTimeZone OfSystem(AppIo io)
    {
        var zone = FindSystem(io, out var name);
        if (zone is null && name is not null)
        {
            io.StandardError.WriteLine($"{App.Name}: the system's time zone, {SafeText.Of(name)}, is not known by name; UTC is used");
        }

        return zone ?? DateTimeZone.Utc;
    }

    /// <summary>The same without a word; null where there is none by that name.</summary>
    public static DateTimeZone? FindSystem(AppIo io, out string? name)
    {
        name = io.Environment("TZ") is { Length: > 0 } variable ? variable.TrimStart(':') : io.SystemZone();
        if (name is null)
        {
            return null;
        }

        // A path to a zone file ends with the zone's name.
        var tail = name.IndexOf("zoneinfo/", StringComparison.Ordinal);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(tail < 0 ? name : name[(tail + "zoneinfo/".Length)..]);
    }

    private static IReadOnlyList<string> Near(string name)
    {
        var ids = DateTimeZoneProviders.Tzdb.Ids;
        var sameCity = ids.Where(id => id.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase)).Take(3).ToArray();
        return sameCity.Length > 0 ? sameCity

            // Every abbreviation is like every other one.
            : name.Length < 5 ? [.. ids.Where(id => name.Length > 2 && id.StartsWith(name, StringComparison.OrdinalIgnoreCase)).Take(3)]
            : NearNames.Of(name, ids);
    }
}
