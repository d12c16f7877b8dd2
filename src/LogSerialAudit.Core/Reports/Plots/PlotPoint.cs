using NodaTime;

namespace LogSerialAudit.Reports.Plots;

/// <summary>A serial at a time.</summary>
/// <param name="At">When.</param>
/// <param name="Height">The serial's distance from the plot's <see cref="SerialPlot.Base"/>, by RFC 1982: negative for an older one.</param>
internal readonly record struct PlotPoint(Instant At, long Height);
