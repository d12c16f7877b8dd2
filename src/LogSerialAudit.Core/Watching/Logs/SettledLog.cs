using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Documents;
using NodaTime;

namespace LogSerialAudit.Watching.Logs;

/// <summary>A log as it stood at one moment, and where reading goes on: it was not rotated or emptied while its files were opened and looked at.</summary>
internal sealed class SettledLog : IDisposable
{
    /// <summary>A rotation takes moments; what renames or empties files without end is none.</summary>
    private const int MostAttempts = 10;

    private readonly OpenLog _log;

    private SettledLog(OpenLog log, IReadOnlyList<Bookmark> bookmarks, Instant lastRun)
    {
        _log = log;
        Text = [.. log.Files.Where(file => file.IsText && WhyNotFollowed(file) is null)];
        Aside = [.. bookmarks.Where(bookmark => log.Unopened.Any(file => file.Identity == bookmark.Identity))];
        Plan = ReadingPlan.Of(Text, [.. bookmarks.Except(Aside)], lastRun);
        Troubles = [.. log.Unopened.Select(file => file.Problem), .. log.Files.Select(WhyNotFollowed).OfType<string>(), .. Plan.Losses];
    }

    /// <summary>All its files, oldest first.</summary>
    public IReadOnlyList<OpenFile> Files => _log.Files;

    /// <summary>Those that are followed.</summary>
    public IReadOnlyList<OpenFile> Text { get; }

    /// <summary>The bookmarks of files that can't be opened today, and may be tomorrow.</summary>
    public IReadOnlyList<Bookmark> Aside { get; }

    /// <summary>Where reading goes on.</summary>
    public ReadingPlan Plan { get; }

    /// <summary>What is not read, or could not be recovered, a sentence each.</summary>
    public IReadOnlyList<string> Troubles { get; }

    /// <summary>Opens a log; null where there is none of its files any more.</summary>
    /// <param name="folder">The folder they are in.</param>
    /// <param name="baseName">The name they share.</param>
    /// <param name="bookmarks">How far they were read before.</param>
    /// <param name="lastRun">When that was.</param>
    /// <param name="options">What is asked for.</param>
    public static SettledLog? TryOpen(string folder, string baseName, IReadOnlyList<Bookmark> bookmarks, Instant lastRun, WatchOptions options)
    {
        for (var attempt = 1; ; attempt++)
        {
            var log = OpenLog.Of(folder, baseName, options.ExpandLimit, options.Disk);
            if (!log.IsMoved(out var gone) || attempt == MostAttempts)
            {
                if (log.Files.Count + log.Unopened.Count == 0)
                {
                    return null;
                }

                var settled = new SettledLog(log, bookmarks, lastRun);
                gone = [.. log.Files.Where(file => file.IsEmptied(Bookmark.Compared))];
                if (gone.Count == 0 || attempt == MostAttempts)
                {
                    return settled;
                }
            }

            // What these held was seen: it is under another name or in a copy by now, or it is said that it is not.
            bookmarks = gone.Aggregate(bookmarks, (seen, file) => file.Seen(seen));
            log.Dispose();
            Thread.Sleep(attempt);
        }
    }

    /// <summary>Closes the files.</summary>
    public void Dispose() => _log.Dispose();

    private static string? WhyNotFollowed(OpenFile file) =>
        Content.KindOf(file.Head) == ContentKind.Utf16 ? $"{file.Path}: UTF-16 text is not followed; report reads it"
        : MailHead.Is(file.Head) ? $"{file.Path}: a mail is not followed, because no server writes to it; report reads it"
        : null;
}
