namespace LogSerialAudit.Reports.Plots;

/// <summary>What one server had in service: a serial holds until the next.</summary>
/// <param name="Label">The server.</param>
/// <param name="Points">The serials in time order.</param>
internal sealed record PlotLine(string Label, IReadOnlyList<PlotPoint> Points);
