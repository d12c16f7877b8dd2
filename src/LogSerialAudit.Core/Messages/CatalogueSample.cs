namespace LogSerialAudit.Messages;

/// <summary>A message that a catalogue entry must match, and what it must find there.</summary>
/// <param name="Text">The message, without stamp, host and program.</param>
/// <param name="Fields">Field names and values: zone, class, view, side, serial, previous, raw, peer, key, detail, count.</param>
/// <param name="Line">Where the sample stands in its catalogue, from 1.</param>
public sealed record CatalogueSample(string Text, IReadOnlyDictionary<string, string> Fields, int Line);
