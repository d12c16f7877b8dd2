using System.Globalization;
using LogSerialAudit.Sources;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Watching.Logs;

/// <summary>
/// Where reading of a log goes on. Each file that was read before is found again by what it holds; what is behind the place that
/// was reached in it is new, and so are all files after the newest one that is known.
/// </summary>
internal sealed class ReadingPlan
{
    private readonly IReadOnlyList<OpenFile> _files;
    private readonly Bookmark?[] _known;
    private readonly MarkedSource?[] _texts;
    private readonly List<string> _losses = [];

    private ReadingPlan(IReadOnlyList<OpenFile> files) => (_files, _known, _texts) = (files, new Bookmark?[files.Count], new MarkedSource?[files.Count]);

    /// <summary>What is new, oldest first.</summary>
    public IReadOnlyList<LogPart> Parts { get; private set; } = [];

    /// <summary>The bookmarks of files of which nothing is new.</summary>
    public IReadOnlyList<Bookmark> Kept { get; private set; } = [];

    /// <summary>What could not be recovered, a sentence each.</summary>
    public IReadOnlyList<string> Losses => _losses;

    /// <summary>Makes the plan.</summary>
    /// <param name="files">The files of the log, oldest first.</param>
    /// <param name="bookmarks">Those of an earlier run, oldest first.</param>
    /// <param name="lastRun">When that was.</param>
    public static ReadingPlan Of(IReadOnlyList<OpenFile> files, IReadOnlyList<Bookmark> bookmarks, Instant lastRun)
    {
        var plan = new ReadingPlan(files);

        // Of whose text least is known comes last: the first bytes of a line may stand in every file.
        foreach (var bookmark in bookmarks.Reverse().OrderByDescending(bookmark => Math.Min(bookmark.Offset, Bookmark.Compared)))
        {
            // An older file that is gone was most often read to its end; rotation has removed it.
            if (!plan.TryFind(bookmark) && (bookmark == bookmarks[^1] || bookmark.Unread > 0) && !plan.TryFindRewritten(bookmark))
            {
                plan.Miss(bookmark, lastRun);
            }
        }

        plan.Choose();
        return plan;
    }

    private bool TryFind(Bookmark bookmark)
    {
        var places = Enumerable.Range(0, _files.Count).Where(place => _known[place] is null)
            .OrderByDescending(place => _files[place].Identity == bookmark.Identity).ThenByDescending(place => place);
        foreach (var place in places)
        {
            if (_files[place].IsUnchangedSince(bookmark))
            {
                _known[place] = bookmark with { Path = _files[place].Path };
                return true;
            }

            if (_files[place].TryGoOn(bookmark) is { } text)
            {
                (_known[place], _texts[place]) = (bookmark, text);
                SayWhatIsGone(_files[place], bookmark);
                return true;
            }
        }

        return false;
    }

    private void SayWhatIsGone(OpenFile file, Bookmark bookmark)
    {
        if (!file.IsPacked && !bookmark.IsPacked && file.Size < bookmark.Size)
        {
            _losses.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{file.Path}: ends at byte {file.Size}, but went on to byte {bookmark.Size} before: at least {Bytes(bookmark.Size - file.Size)} could not be recovered"));
        }
    }

    /// <summary>A log that was edited, or of which only the end was kept, goes on behind the last lines that are known.</summary>
    private bool TryFindRewritten(Bookmark bookmark)
    {
        foreach (var piece in bookmark.Pieces)
        {
            for (var place = _files.Count - 1; place >= 0; place--)
            {
                if (_known[place] is null && _files[place].TryFind(piece) is { } text)
                {
                    (_known[place], _texts[place]) = (bookmark, text);
                    return true;
                }
            }
        }

        for (var place = _files.Count - 1; place >= 0; place--)
        {
            if (_known[place] is null && _files[place].TryEnd(bookmark) is { } end)
            {
                (_known[place], _texts[place]) = (bookmark, end);
                _losses.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_files[place].Path}: ends at byte {end.Position}, but was read up to byte {bookmark.Offset} before: what was written to it in between can't be told"));
                return true;
            }
        }

        return false;
    }

    private void Miss(Bookmark bookmark, Instant lastRun) => _losses.Add(bookmark.Unread > 0
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{bookmark.Path}: what was written behind byte {bookmark.Offset} could not be recovered, at least {Bytes(bookmark.Unread)}: no file here goes on from there")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{bookmark.Path}: what was written behind byte {bookmark.Offset} after {InstantPattern.General.Format(lastRun)} could not be recovered, how many bytes is not known: no file here goes on from there"));

    private static string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "byte" : "bytes")}");

    private void Choose()
    {
        var hasNewer = new bool[_files.Count];
        for (var place = _files.Count - 2; place >= 0; place--)
        {
            hasNewer[place] = hasNewer[place + 1] || _files[place + 1].Size > 0;
        }

        var (parts, kept) = (new List<LogPart>(), new List<Bookmark>());
        for (var place = 0; place < _files.Count; place++)
        {
            if (_known[place] is { } bookmark && _texts[place] is null)
            {
                kept.Add(bookmark);
            }
            else if (_known[place] is not null || (IsNewer(place) && !IsCopy(place)))
            {
                parts.Add(new LogPart(_files[place], _texts[place] ?? _files[place].FromStart(), _files[place].IsPacked || hasNewer[place]));
            }
        }

        (Parts, Kept) = (parts, kept);
    }

    /// <summary>Whether a newer file holds the same: while copytruncate is between copying and truncating, or a rotated file is being compressed.</summary>
    private bool IsCopy(int place) => _files.Skip(place + 1).Any(newer => _files[place].IsBeginningOf(newer));

    /// <summary>
    /// Whether an unknown file was written after all that are known. Where another naming of rotated files came into use the old
    /// names stay for good, so that names tell only among those of one kind; else the time of the last change does.
    /// </summary>
    private bool IsNewer(int place)
    {
        var isNumbered = _files[place].Name.Scheme == RotationScheme.Number;
        var alike = Enumerable.Range(0, _files.Count).LastOrDefault(
            other => _known[other] is not null && !_files[other].Name.IsLive && (_files[other].Name.Scheme == RotationScheme.Number) == isNumbered, -1);
        return _files[place].Name.IsLive || (alike >= 0 ? place > alike : _known.All(bookmark => !(bookmark?.Modified > _files[place].Modified)));
    }
}
