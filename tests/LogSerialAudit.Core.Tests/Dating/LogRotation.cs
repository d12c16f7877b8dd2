using NodaTime;

namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>How a made log is cut into files, and which times the files have.</summary>
internal sealed class LogRotation(Random random, List<string> settings, DateTimeZone zone)
{
    public List<TrueFile> Rotate(List<TrueLine> lines, out Instant now)
    {
        var scheme = random.Next(4) switch { 0 => "none", 1 => "dateext", _ => "numbered" };
        var times = random.Next(4) switch { 0 => "copied", 1 => "zero", _ => "kept" };
        settings.Add("rotation:" + scheme);
        settings.Add("times:" + times);
        var end = lines.Max(line => line.Received);
        now = end + Duration.FromSeconds(Math.Floor(60 * Math.Exp(random.NextDouble() * Math.Log(3 * 365 * 1440.0))));
        var copied = end + ((now - end) * random.NextDouble());
        var parts = scheme == "none" ? [(lines, end)] : Parts(lines, random.Next(2, 9));
        var files = new List<TrueFile>();
        for (var part = 0; part < parts.Count; part++)
        {
            var age = parts.Count - 1 - part;
            var last = parts[part].Lines.Max(line => line.Received);
            var isPacked = age > 1 && random.Next(5) > 0;
            var name = age == 0 ? "daemon.log"
                : scheme == "dateext" ? $"daemon.log-{parts[part].End.InZone(zone).Date:yyyyMMdd}"
                : $"daemon.log.{age}";
            var modified = times == "kept" ? last : copied + Duration.FromMilliseconds(part * 10);
            uint? gzip = !isPacked ? null
                : times == "zero" ? 0
                : times == "kept" && random.Next(3) == 0 ? (uint)(last + Duration.FromDays(7) + Duration.FromMinutes(random.Next(60))).ToUnixTimeSeconds()
                : (uint)last.ToUnixTimeSeconds();
            files.Add(new TrueFile(name + (isPacked ? ".gz" : ""), parts[part].Lines, modified, gzip));
        }

        return files;
    }

    private static List<(List<TrueLine> Lines, Instant End)> Parts(List<TrueLine> lines, int count)
    {
        var first = lines.Min(line => line.Received);
        var period = Duration.Max((lines.Max(line => line.Received) - first) / count, Duration.FromDays(1));
        var parts = new List<(List<TrueLine> Lines, Instant End)>();
        foreach (var line in lines)
        {
            var end = first + (period * (Math.Floor((line.Received - first) / period) + 1));
            if (parts.Count == 0 || end > parts[^1].End)
            {
                parts.Add(([], end));
            }

            parts[^1].Lines.Add(line);
        }

        return parts;
    }
}
