using LogSerialAudit.Reports.Plots;
using LogSerialAudit.Reports.Text;

namespace LogSerialAudit.Reports.Redacting;

/// <summary>A page on which names and addresses are replaced before they come to a format.</summary>
/// <param name="page">Where the texts go.</param>
/// <param name="redaction">What names and addresses are replaced by.</param>
internal sealed class RedactedPage(Page page, Redaction redaction) : Page
{
    /// <summary>The page itself where nothing is to be replaced.</summary>
    public static Page Of(Page page, Redaction? redaction) => redaction is null ? page : new RedactedPage(page, redaction);

    /// <inheritdoc/>
    public override void Line(string text = "") => page.Line(redaction.Of(text));

    /// <inheritdoc/>
    public override void Heading(string text) => page.Heading(redaction.Of(text));

    /// <inheritdoc/>
    public override void Bold(string text) => page.Bold(redaction.Of(text));

    /// <inheritdoc/>
    public override void Warning(string text) => page.Warning(redaction.Of(text));

    /// <inheritdoc/>
    public override void Wrapped(string first, string text, int indent) => page.Wrapped(redaction.Of(first), redaction.Of(text), indent);

    /// <inheritdoc/>
    public override void Parts(string first, IEnumerable<string> parts, int indent) => page.Parts(redaction.Of(first), parts.Select(redaction.Of), indent);

    /// <inheritdoc/>
    public override void Plot(Func<SerialPlot?> plot) => page.Plot(() => plot() is not { } shown ? null : shown with
    {
        Title = redaction.Of(shown.Title),
        Held = [.. shown.Held.Select(line => line with { Label = redaction.Of(line.Label) })],
    });

    /// <inheritdoc/>
    public override string OfOthers(string text) => redaction.OfOthers(text);

    /// <inheritdoc/>
    public override string Shown(string text) => redaction.Of(text);

    /// <inheritdoc/>
    public override void End() => page.End();
}
