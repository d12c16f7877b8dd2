using System.Globalization;
using System.Text;
using LogSerialAudit.Reports.Markup;
using NodaTime;

namespace LogSerialAudit.Reports.Plots;

/// <summary>A plot as a figure in HTML: SVG of lines and rectangles, styled by the page.</summary>
internal sealed class SvgPlot
{
    private const int Width = 900;
    private const int Height = 260;
    private const int Left = 108;
    private const int Right = 16;
    private const int Top = 12;
    private const int Bottom = 28;
    private const int TicksAcross = 6;
    private const int TicksUp = 5;

    private readonly SerialPlot _plot;
    private readonly TextWriter _writer;
    private readonly Instant _from;
    private readonly double _seconds;
    private readonly long _low;
    private readonly double _high;

    private SvgPlot(SerialPlot plot, TextWriter writer)
    {
        (_plot, _writer) = (plot, writer);
        var instants = plot.Points.Select(point => point.At).Concat(plot.Spans.SelectMany(span => new[] { span.From, span.To })).ToList();
        _from = instants.Min();
        _seconds = Math.Max(1, (instants.Max() - _from).TotalSeconds);
        var heights = plot.Points.Select(point => point.Height).ToList();
        var margin = Math.Max(1, (heights.Max() - heights.Min()) / 20);
        _low = heights.Min() - margin;
        _high = Math.Max(1, heights.Max() + margin - _low);
    }

    /// <summary>Writes the figure.</summary>
    public static void Write(SerialPlot plot, TextWriter writer) => new SvgPlot(plot, writer).Write();

    private Instant To => _from + Duration.FromSeconds(_seconds);

    private void Write()
    {
        var title = HtmlText.Of($"Serials of {_plot.Title} over time");
        Put($"<figure>\n<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{title}\">\n<title>{title}</title>\n");
        foreach (var (from, to) in _plot.Spans)
        {
            Put($"<rect class=\"span\" x=\"{X(from)}\" y=\"{Top}\" width=\"{Number(Math.Max(1, At(to) - At(from)))}\" height=\"{Height - Top - Bottom}\"/>\n");
        }

        Axes();
        for (var place = 0; place < _plot.Held.Count; place++)
        {
            Put($"<path class=\"held h{place}\" d=\"{Steps(_plot.Held[place].Points)}\"/>\n");
        }

        foreach (var (from, to) in _plot.Offered)
        {
            // A single complaint is a dot: a line of no length with round ends.
            Put($"<path class=\"offered\" d=\"M{X(from.At)} {Y(from.Height)}H{X(to)}\"/>\n");
        }

        Put($"</svg>\n<figcaption>{Caption()}</figcaption>\n</figure>\n");
    }

    private void Axes()
    {
        Put($"<path class=\"axis\" d=\"M{Left} {Top}V{Height - Bottom}H{Width - Right}\"/>\n");
        foreach (var (at, label) in TimeTicks.Between(_from, To, _plot.Zone, TicksAcross))
        {
            Put($"<path class=\"axis\" d=\"M{X(at)} {Height - Bottom}v5\"/><text x=\"{X(at)}\" y=\"{Height - 8}\" text-anchor=\"middle\">{label}</text>\n");
        }

        foreach (var (height, label) in _plot.IsTime ? TimesUp() : NumbersUp())
        {
            Put($"<path class=\"axis\" d=\"M{Left} {Y(height)}H{Width - Right}\"/><text x=\"{Left - 6}\" y=\"{Number(Up(height) + 4)}\" text-anchor=\"end\">{label}</text>\n");
        }
    }

    private IEnumerable<(long Height, string Label)> TimesUp()
    {
        var start = Instant.FromUnixTimeSeconds(_plot.Base.Value);
        return TimeTicks.Between(start + Duration.FromSeconds(_low), start + Duration.FromSeconds(_low + _high), _plot.Zone, TicksUp)
            .Select(tick => ((long)(tick.At - start).TotalSeconds, tick.Label));
    }

    private IEnumerable<(long Height, string Label)> NumbersUp()
    {
        long step = 1;
        for (var factor = 2; _high / step > TicksUp; factor = factor == 2 ? 5 : 2)
        {
            // 1, 2, 10, 20, 100 ...
            step *= factor;
        }

        for (var height = (long)Math.Ceiling((double)_low / step) * step; height <= _low + _high; height += step)
        {
            yield return (height, unchecked(_plot.Base.Value + (uint)height).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A line that goes across until the next serial, then up or down; points that fall on one spot are one.</summary>
    private string Steps(IReadOnlyList<PlotPoint> points)
    {
        var path = new StringBuilder();
        var (x, y) = ("", "");
        foreach (var point in points)
        {
            var (nextX, nextY) = (X(point.At), Y(point.Height));
            if (path.Length == 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{nextX} {nextY}");
            }
            else if (nextY != y)
            {
                path.Append(CultureInfo.InvariantCulture, $"H{nextX}V{nextY}");
            }
            else
            {
                continue;
            }

            (x, y) = (nextX, nextY);
        }

        var end = X(points[^1].At);
        return end == x ? path.ToString() : $"{path}H{end}";
    }

    private string Caption()
    {
        var held = _plot.Held.Select((line, place) => $"<span class=\"h{place}\">{HtmlText.Of(line.Label)}</span>");
        var missing = _plot.Missing.Length == 0 ? "" : $" Not drawn: {HtmlText.Of(_plot.Missing)}.";
        return $"{string.Join(", ", held)}; <span class=\"bad\">offered and refused</span>; shaded: an episode. Times in {HtmlText.Of(_plot.Zone.Id)}.{missing}";
    }

    private double At(Instant at) => Left + ((at - _from).TotalSeconds / _seconds * (Width - Left - Right));

    private double Up(long height) => Height - Bottom - ((height - _low) / _high * (Height - Top - Bottom));

    private string X(Instant at) => Number(At(at));

    private string Y(long height) => Number(Up(height));

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private void Put(FormattableString text) => _writer.Write(text.ToString(CultureInfo.InvariantCulture));
}
