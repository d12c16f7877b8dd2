using System.Globalization;

namespace LogSerialAudit.Benchmarks.Corpora;

/// <summary>Writes a made log as a rotated set: <c>daemon.log.8</c> is the oldest file, <c>daemon.log.1</c> the newest.</summary>
internal static class CorpusFiles
{
    private const int FileCount = 8;
    private const int BufferLength = 1 << 20;

    public static int Write(string name, string folder, string megabytes, string zones)
    {
        var bytes = long.Parse(megabytes, CultureInfo.InvariantCulture) * 1_000_000;
        var log = new MadeLog(name, int.Parse(zones, CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        for (var number = FileCount; number > 0; number--)
        {
            var path = Path.Combine(folder, $"daemon.log.{number}");
            WriteFile(log, path, bytes / FileCount);
            File.SetLastWriteTimeUtc(path, log.Now.UtcDateTime);
        }

        return 0;
    }

    private static void WriteFile(MadeLog log, string path, long bytes)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var (buffer, filled) = (new byte[BufferLength], 0);
        for (var written = 0L; written < bytes;)
        {
            var length = log.WriteLine(buffer.AsSpan(filled));
            (filled, written) = (filled + length, written + length);
            if (buffer.Length - filled < MadeLog.LongestLine || written >= bytes)
            {
                file.Write(buffer, 0, filled);
                filled = 0;
            }
        }
    }
}
