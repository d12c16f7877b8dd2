using System.Text;
using LogSerialAudit.Events;
using LogSerialAudit.Evidence.ZoneFiles.Rcs;
using LogSerialAudit.History;
using LogSerialAudit.Messages.Language;
using LogSerialAudit.Serials;
using NodaTime;
using Sprache;

namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>
/// What <c>rlog</c> prints of one zone file. A log message may hold the line that separates revisions: it does so only
/// where a revision and a date follow. The texts are not here, so a serial is known only where a message names one.
/// </summary>
internal static class RlogText
{
    private const string Separator = "----------------------------";
    private const string Begin = "RCS file: ";
    private const string Working = "Working file: ";
    private const string Total = "selected revisions: ";

    private static readonly string End = new('=', 77);

    /// <summary>Whether a text begins as one of these does.</summary>
    public static bool Is(string text) => text.AsSpan().TrimStart().StartsWith(Begin, StringComparison.Ordinal);

    /// <summary>The revisions, newest first.</summary>
    public static IReadOnlyList<ZoneRevision> Read(string zone, string path, string text, ICollection<EvidenceError> errors)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        var (first, end) = FileOf(zone, lines);
        if (end < 0)
        {
            errors.Add(new EvidenceError(path, first + 1, 1, $"the log of several files begins here, and none of them is called {zone}: give each zone its own"));
            return [];
        }

        var revisions = new List<ZoneRevision>();
        var starts = Enumerable.Range(first, end - first).Where(index => IsRevision(lines, index, end)).ToList();
        for (var index = 0; index < starts.Count; index++)
        {
            var start = starts[index];
            var number = RlogGrammar.Revision(new LineInput(lines[start + 1], 0)).Value;
            var date = RlogGrammar.Date(new LineInput(lines[start + 2], 0));
            if (!date.WasSuccessful)
            {
                errors.Add(new EvidenceError(path, start + 3, date.Remainder.Column, $"no date of a revision; expected {string.Join(" or ", date.Expectations.Distinct())}"));
            }

            var message = lines[(start + 3)..(index + 1 < starts.Count ? starts[index + 1] : end)];
            revisions.Add(new ZoneRevision(
                zone,
                number,
                SerialOf(message),
                null,
                date.WasSuccessful ? date.Value.At : (Instant?)null,
                RevisionTime.CheckIn,
                date.WasSuccessful ? LogText.Decode(Encoding.Latin1.GetBytes(date.Value.Author)) : "",
                new SourceLine(path, start + 2)));
        }

        if (Announced(lines[first..end]) is var announced and >= 0 && announced != revisions.Count)
        {
            errors.Add(new EvidenceError(path, 0, 0, $"{announced} revisions are announced, and {revisions.Count} are here: a log message may look like a revision, or the text is cut"));
        }

        return [.. revisions.OrderDescending(Comparer<ZoneRevision>.Create(static (one, other) => RcsFile.CompareNumbers(one.Revision, other.Revision)))];
    }

    /// <summary>The serial that a message names; null where it names none, or several.</summary>
    internal static SerialNumber? SerialOf(IEnumerable<string> message)
    {
        var named = new HashSet<SerialNumber>();
        foreach (var line in message)
        {
            for (var at = 0; at < Math.Min(line.Length, 4096); at++)
            {
                if ((at == 0 || !char.IsLetterOrDigit(line[at - 1])) && RlogGrammar.Serial(new LineInput(line, at)) is { WasSuccessful: true } serial)
                {
                    _ = named.Add(serial.Value);
                }
            }
        }

        return named.Count == 1 ? named.Single() : null;
    }

    private static bool IsRevision(string[] lines, int index, int end) =>
        lines[index] == Separator && index + 2 < end
        && lines[index + 2].StartsWith("date: ", StringComparison.Ordinal)
        && RlogGrammar.Revision(new LineInput(lines[index + 1], 0)).WasSuccessful;

    /// <summary>The lines of the zone's file, from its header to its end; the second file's first line and -1 where there are several and none is the zone's.</summary>
    private static (int First, int End) FileOf(string zone, string[] lines)
    {
        var starts = Enumerable.Range(0, lines.Length).Where(index => lines[index].StartsWith(Begin, StringComparison.Ordinal)
            && (index < 2 || (lines[index - 1].Length == 0 && lines[index - 2] == End))).ToList();
        var parts = starts.Select((start, index) => (First: start, End: index + 1 < starts.Count ? starts[index + 1] : lines.Length)).ToList();
        var chosen = parts.Count == 1 ? parts : [.. parts.Where(part => IsOf(zone, lines[part.First..part.End]))];
        return chosen.Count == 1 ? (chosen[0].First, LastOf(lines, chosen[0])) : (starts.Count > 1 ? starts[1] : 0, -1);
    }

    private static bool IsOf(string zone, string[] lines) =>
        Array.Find(lines, line => line.StartsWith(Working, StringComparison.Ordinal)) is { } working
        && CopyName.IsOf(zone, Path.GetFileName(working[Working.Length..]));

    private static int LastOf(string[] lines, (int First, int End) part)
    {
        var last = Array.LastIndexOf(lines, End, part.End - 1, part.End - part.First);
        return last < 0 ? part.End : last;
    }

    private static int Announced(string[] lines) =>
        Array.Find(lines, line => line.Contains(Total, StringComparison.Ordinal)) is { } line
        && int.TryParse(line[(line.IndexOf(Total, StringComparison.Ordinal) + Total.Length)..], System.Globalization.NumberStyles.None, null, out var count) ? count : -1;
}
