using LogSerialAudit.Reports.Text;
using LogSerialAudit.Watching;
using NodaTime;

namespace LogSerialAudit.Reports.Changes;

/// <summary>Changes for people, as a section of the mail that logcheck sends: a header with its underline, and a paragraph for each zone.</summary>
public static class ChangeText
{
    /// <summary>Writes the section; nothing where nothing changed.</summary>
    /// <param name="changes">The changes, in the order of time.</param>
    /// <param name="localZone">The zone of local times.</param>
    /// <param name="writer">Where it goes.</param>
    public static void Write(IReadOnlyList<Change> changes, DateTimeZone localZone, TextWriter writer)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var page = new TextPage(writer, hasColor: false);
        var times = new TimeText(localZone, DateStyle.Iso);
        var episodes = new EpisodeText(page, times, new FileNames([]), end: null);
        var heading = $"Serials of DNS zones: {ChangeWords.Summary(changes)}";
        page.Line(heading);
        page.Line(string.Concat(Enumerable.Range(0, heading.Length).Select(place => place % 2 == 0 ? '=' : '-')));
        foreach (var story in changes.GroupBy(change => (object?)change.Episode ?? change))
        {
            page.Line();
            foreach (var change in story)
            {
                page.Wrapped("", $"{EpisodeText.Name(change.History)}: {ChangeWords.Sentence(change, times)}", 2);
            }

            var last = story.Last();
            if (last.Episode is { } episode)
            {
                episodes.WriteFacts(episode);
                if (Ending(last, times) is { } ending)
                {
                    page.Parts("  ended    ", ending, 11);
                }
            }
            else
            {
                page.Parts("  seen by  ", [last.History.Observer.Name, times.Here(last.At), last.Source.ToString()], 11);
            }
        }

        page.Line();
    }

    private static string[]? Ending(Change change, TimeText times) => change switch
    {
        { Kind: ChangeKind.Healed or ChangeKind.LowerTaken or ChangeKind.ServedAgain, Serial: { } serial } => [times.Here(change.At), $"by {serial}"],
        { Kind: ChangeKind.Expired } => [times.Here(change.At)],
        _ => null,
    };
}
