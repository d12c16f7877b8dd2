namespace LogSerialAudit.Daemons.Tests.Named;

/// <summary>A log that a server is writing, or has written.</summary>
public sealed class LogFile(string path)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    public string Path => path;

    /// <summary>The whole lines written so far.</summary>
    public IReadOnlyList<string> Lines()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public IReadOnlyList<string> LinesWith(string fragment) =>
        [.. Lines().Where(line => line.Contains(fragment, StringComparison.Ordinal))];

    /// <summary>Waits until <paramref name="times"/> lines hold the fragment.</summary>
    /// <returns>False when the deadline passed, or <paramref name="writerEnded"/> came true, without them.</returns>
    public async Task<bool> HoldsAsync(
        string fragment, int times, TimeSpan deadline, Func<bool> writerEnded, CancellationToken cancel)
    {
        var until = TimeProvider.System.GetTimestamp() + (long)(deadline.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (true)
        {
            // Asked before the log is read: what the writer wrote last is then seen.
            var last = writerEnded() || TimeProvider.System.GetTimestamp() > until;
            if (LinesWith(fragment).Count >= times)
            {
                return true;
            }

            if (last)
            {
                return false;
            }

            await Task.Delay(Poll, cancel);
        }
    }
}
