using System.Text;
using LogSerialAudit.Events;
using LogSerialAudit.History;
using LogSerialAudit.Messages.Language;
using NodaTime;

namespace LogSerialAudit.Evidence.ZoneFiles.Rcs;

/// <summary>The revisions of an RCS file, each with the serial of its own text.</summary>
internal static class RcsFile
{
    /// <summary>Where an SOA record most often stands; the rest of a text is put together only if it is not there.</summary>
    private const int Beginning = 64 * 1024;

    /// <summary>Whether a text begins as an RCS file does.</summary>
    public static bool Is(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("head", StringComparison.Ordinal) && start.Length > 4
            && start[4..].TrimStart() is var rest && rest.TrimStart("0123456789.").TrimStart().StartsWith(';');
    }

    /// <summary>The RCS file of a working file, where RCS looks for it; null where there is none.</summary>
    public static string? Beside(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path) ?? "", Path.GetFileName(path) + ",v");
        return new[] { Path.Combine(folder, "RCS", name), Path.Combine(folder, name) }.FirstOrDefault(File.Exists);
    }

    /// <summary>The revisions, newest first; a branch stands above the revision where it begins.</summary>
    public static IReadOnlyList<ZoneRevision> Read(string zone, string path, string text, ICollection<EvidenceError> errors)
    {
        var parsed = RcsGrammar.File(new LineInput(text, 0));
        if (!parsed.WasSuccessful)
        {
            var (line, column) = new TextPlaces(text).Of(parsed.Remainder.Position);
            errors.Add(new EvidenceError(path, line, column, $"not the grammar of an RCS file; expected {string.Join(" or ", parsed.Expectations.Distinct())}"));
            return [];
        }

        var (places, faults, texts) = (new TextPlaces(text), new RepeatedErrors(errors), new RcsTexts(text));
        var revisions = new List<ZoneRevision>();
        var budget = (long)EvidenceBytes.MostBytes * 4;
        foreach (var (delta, lines, fault) in new RcsWalk(parsed.Value, texts).Revisions())
        {
            if (fault is { } wrong)
            {
                Say(wrong);
            }

            var soa = lines is null ? null : Soa(delta, lines);
            if (delta.Phrases.Count > 0)
            {
                revisions.Add(new ZoneRevision(
                    zone, delta.Number, soa?.Serial, soa, Date(delta), RevisionTime.CheckIn, Author(delta), new SourceLine(path, places.Of(delta.Position).Line)));
            }
        }

        faults.Say();
        return [.. revisions.OrderDescending(Comparer<ZoneRevision>.Create(static (one, other) => CompareNumbers(one.Revision, other.Revision)))];

        void Say(Fault fault)
        {
            var (line, column) = places.Of(fault.Position);
            faults.Add(new EvidenceError(path, line, column, fault.Message));
        }

        SoaRecord? Soa(RcsDelta delta, IReadOnlyList<RcsSpan> lines)
        {
            var beginning = texts.Text(lines, Beginning);
            var soa = ZoneFile.ReadSoa(beginning, zone, out _, out var fault);
            if (fault is not null && lines.Sum(line => (long)line.Length) > beginning.Length && budget > 0)
            {
                beginning = texts.Text(lines, int.MaxValue);
                budget -= beginning.Length;
                soa = ZoneFile.ReadSoa(beginning, zone, out _, out fault);
            }

            if (fault is { } wrong)
            {
                faults.Add($"{path} (revision {delta.Number})", beginning, wrong);
            }

            return soa;
        }

        Instant? Date(RcsDelta delta)
        {
            var (word, position) = delta.Words("date") is [var first, ..] ? (first.Text, first.Position) : ("", delta.Position);
            var date = RcsGrammar.Date(new LineInput(word, 0));
            if (!date.WasSuccessful)
            {
                Say(new Fault(position + date.Remainder.Position, $"no date of a revision; expected {string.Join(" or ", date.Expectations.Distinct())}"));
            }

            return date.WasSuccessful ? date.Value : null;
        }
    }

    /// <summary>Orders revisions as their numbers say: 1.9 before 1.10, 1.2 before 1.2.1.1 before 1.3.</summary>
    internal static int CompareNumbers(string one, string other)
    {
        var (left, right) = (one.Split('.'), other.Split('.'));
        for (var index = 0; index < Math.Min(left.Length, right.Length); index++)
        {
            var (a, b) = (left[index].TrimStart('0'), right[index].TrimStart('0'));
            var order = a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(one, other);
    }

    private static string Author(RcsDelta delta) =>
        delta.Words("author") is [var author, ..] ? LogText.Decode(Encoding.Latin1.GetBytes(author.Text)) : "";
}
