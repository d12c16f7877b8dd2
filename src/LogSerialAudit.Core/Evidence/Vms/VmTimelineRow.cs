namespace LogSerialAudit.Evidence.Vms;

/// <summary>A start or a stop among those of all hosts.</summary>
/// <param name="Letter">The first letters of the host's name, as many as tell the hosts apart.</param>
/// <param name="Entry">The line.</param>
/// <param name="IsInside">Whether it begins a run inside another host's.</param>
public sealed record VmTimelineRow(string Letter, VmEntry Entry, bool IsInside);
