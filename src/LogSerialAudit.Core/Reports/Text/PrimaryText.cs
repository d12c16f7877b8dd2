using System.Globalization;
using LogSerialAudit.History.Primaries;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports.Text;

/// <summary>What primaries' own logs show: whether their serials go only forward, and what does not fit.</summary>
/// <param name="page">Where to write.</param>
/// <param name="times">How times are written.</param>
/// <param name="files">How files are called.</param>
internal sealed class PrimaryText(Page page, TimeText times, FileNames files)
{
    private const int MostNamed = 5;

    /// <summary>A zone in a sentence, and a line for each thing that does not fit.</summary>
    public void Write(PrimarySerials zone)
    {
        page.Wrapped("", string.Join("; ", Sentence(zone)) + ".", 2);
        Marked(zone.Served.Setbacks.Concat(zone.Raw.Setbacks), step => $"{step.To} {(step.Change == SerialChange.Undefined ? "set in no order to" : "after")} {step.From}{(step.IsSaid ? ", said to have gone backwards" : "")}, {At(step)}");
        Marked(zone.Refused, step => $"{step.To} refused, {At(step)}");
        Marked(zone.SignedBelowRaw, step => $"signed {step.To} is older than the unsigned serial, {At(step)}");
        Marked(zone.LateBumps, bump => $"unsigned {bump.Raw.To} was {(bump.Delay is { } delay ? $"followed only after {DurationText.Words(delay)}" : "not followed")}, {At(bump.Raw)}");
        Marked(
            zone.JournalGaps.Where(gap => gap.IsRightAfterStart || gap.IsAhead),
            gap => $"{gap.Peer} asked for changes that the journal does not have{(gap.SinceStart is { } since ? $", {DurationText.Words(since)} after the start" : "")}{(gap.IsAhead ? $": it has {gap.Held}, newer than {gap.Served}" : "")}, {files.Of(gap.Source)}");
    }

    private static IEnumerable<string> Sentence(PrimarySerials zone)
    {
        yield return $"{zone.Zone.Name}{(zone.Zone.View.Length > 0 ? $" (view {zone.Zone.View})" : "")} at {zone.Observer.Name}: {(zone.Served.Serials == 0 ? Of(zone.Raw, "unsigned ") : Of(zone.Served, zone.IsSigned ? "signed " : ""))}";
        if (zone.IsSigned && zone.Served.Serials > 0)
        {
            yield return Of(zone.Raw, "unsigned ");
            if (zone.SignedBelowRaw.Count == 0)
            {
                yield return "the signed one is never older than the unsigned one";
            }

            if (zone.Bumps > 0)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"it followed {zone.BumpsFollowed} of {zone.Bumps} new unsigned serials at once{(zone.Slowest is { } slowest && slowest > Duration.Zero ? $", within {DurationText.Words(slowest)}" : "")}");
            }
        }
    }

    private static string Of(SerialSequence sequence, string side) => sequence.Serials == 1
        ? $"{side}serial {sequence.First!.To} only"
        : string.Create(CultureInfo.InvariantCulture, $"{sequence.Serials} {side}serials from {sequence.First!.To} to {sequence.Last!.To}, {(sequence.IsMonotone ? "only forward" : $"{sequence.SetbackCount} not forward")}");

    private string At(PrimaryStep step) => $"{times.Here(step.At)}, {files.Of(step.Source)}";

    private void Marked<T>(IEnumerable<T> things, Func<T, string> say)
    {
        var all = things.ToList();
        foreach (var thing in all.Take(MostNamed))
        {
            page.Wrapped("  ! ", say(thing), 4);
        }

        if (all.Count > MostNamed)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"  ... {all.Count - MostNamed} more like these: --table primaries, --table timeline"));
        }
    }
}
