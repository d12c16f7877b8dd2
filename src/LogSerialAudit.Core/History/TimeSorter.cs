using LogSerialAudit.Events;
using LogSerialAudit.Messages;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>Puts the events of one file in the order of time: part by part, so that the memory for it does not grow with the file.</summary>
internal static class TimeSorter
{
    /// <summary>As many events as are sorted at once.</summary>
    private const int MostOfPart = 32_768;

    /// <summary>The parts of a file: all of it where it is in order.</summary>
    /// <param name="index">The index of the file.</param>
    /// <param name="file">The file.</param>
    /// <param name="dates">What dates its events.</param>
    /// <param name="isSorted">Whether they were in order.</param>
    /// <param name="last">Where the last of them stands.</param>
    public static IReadOnlyList<SequencePart> PartsOf(int index, ScannedFile file, FileDates dates, out bool isSorted, out Instant last)
    {
        var events = file.Scan.Events;
        isSorted = true;
        var before = FirstOf(file, dates);
        last = before;
        var first = before;
        for (var page = 0; isSorted && page < events.Pages.Count; page++)
        {
            if (dates.TryOrder(events.Pages[page], out var begin, out var end))
            {
                first = page == 0 ? begin : first;
                isSorted = begin >= last;
                last = end;
                continue;
            }

            var reader = new DatedReader(events.Read(page, page + 1), dates, last);
            for (var isFirst = page == 0; isSorted && reader.Read(); isFirst = false)
            {
                first = isFirst ? reader.OrderAt : first;
                isSorted = reader.OrderAt >= last;
                last = reader.OrderAt;
            }
        }

        return events.Count == 0 ? []
            : isSorted ? [new SequencePart(index, events, 0, events.Pages.Count, before, first, last, !file.IsQuoted)]
            : Sort(index, file, dates, before);
    }

    /// <summary>
    /// Where events stand that come before the first with an instant: with that one. Where none has an instant, before all that have, and if they
    /// were written behind what was read before, after no time.
    /// </summary>
    private static Instant FirstOf(ScannedFile file, FileDates dates)
    {
        var events = file.Scan.Events;
        if (events.Undated > 0 && events.Undated < events.Count)
        {
            for (var reader = new DatedReader(events.Read(), dates, Instant.MinValue); reader.Read();)
            {
                if (reader.At.Exists)
                {
                    return reader.OrderAt;
                }
            }
        }

        return file.GoesOn ? Instant.MinValue.PlusTicks(1) : Instant.MinValue;
    }

    private static List<SequencePart> Sort(int index, ScannedFile file, FileDates dates, Instant before)
    {
        var events = file.Scan.Events;
        var parts = new List<SequencePart>();
        var sorted = new EventStore();
        var part = new List<(Instant OrderAt, LogEvent Line, EventText Peer, EventText Detail)>();
        var reader = new DatedReader(events.Read(), dates, before);
        var (hasDated, hasUndated) = (false, false);
        while (reader.Read())
        {
            // An event without an instant stands with the one before it, so that one has to be of the same part. Those
            // that come before the first one with an instant are a part of their own.
            if (part.Count > 0 && reader.At.Exists && (!hasDated || part.Count >= MostOfPart))
            {
                End();
            }

            hasDated |= reader.At.Exists;
            hasUndated |= !reader.At.Exists;
            part.Add((reader.OrderAt, reader.Line, reader.Peer, reader.Detail));
            if (part.Count >= 2 * MostOfPart)
            {
                End();
            }
        }

        End();
        return parts;

        void End()
        {
            if (part.Count == 0)
            {
                return;
            }

            var next = part[^1].OrderAt;
            var first = sorted.Pages.Count;
            sorted.BeginPage();
            if (!hasUndated && RunsBackward(part))
            {
                // Of lines of one second, too, the last was written first.
                part.Reverse();
            }

            foreach (var (_, line, peer, detail) in part.OrderBy(each => each.OrderAt))
            {
                sorted.Add(line, peer, detail);
            }

            parts.Add(new SequencePart(index, sorted, first, sorted.Pages.Count, before, part.Min(each => each.OrderAt), part.Max(each => each.OrderAt), !file.IsQuoted && !(hasUndated && StepsBack(part) > 0)));
            part.Clear();
            (before, hasDated, hasUndated) = (next, false, false);
        }
    }

    /// <summary>
    /// Whether a log was turned round, as by <c>journalctl -r</c> or <c>tac</c>: time mostly goes back, and the lines that BIND writes of one
    /// transfer in one second mostly stand the wrong way. Rotated files put together the wrong way only do the first.
    /// </summary>
    private static bool RunsBackward(List<(Instant OrderAt, LogEvent Line, EventText Peer, EventText Detail)> part)
    {
        var votes = 0;
        for (var place = 1; place < part.Count; place++)
        {
            var ((beforeAt, before, _, _), (at, line, _, _)) = (part[place - 1], part[place]);
            if (at == beforeAt && line.Zone == before.Zone && line.Writer == before.Writer && RankOf(before.Kind) is > 0 and var earlier && RankOf(line.Kind) is > 0 and var later)
            {
                votes += earlier.CompareTo(later);
            }
        }

        return votes > 0 && StepsBack(part) > 0;
    }

    /// <summary>How many more lines step back in time than go forward.</summary>
    private static int StepsBack(List<(Instant OrderAt, LogEvent Line, EventText Peer, EventText Detail)> part)
    {
        var steps = 0;
        for (var place = 1; place < part.Count; place++)
        {
            steps += Math.Sign(part[place - 1].OrderAt.CompareTo(part[place].OrderAt));
        }

        return steps;
    }

    /// <summary>The place of a line among those of one transfer (bind9 lib/dns/xfrin.c, zone.c); 0 where it is none of them.</summary>
    private static int RankOf(EventKind kind) => kind switch
    {
        EventKind.TransferStarted => 1,
        EventKind.TransferConnected => 2,
        EventKind.Transferred => 3,
        EventKind.TransferStatus => 4,
        EventKind.TransferCompleted => 5,
        _ => 0,
    };
}
