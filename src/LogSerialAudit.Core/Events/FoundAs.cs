namespace LogSerialAudit.Events;

/// <summary>What a <see cref="FoundLine"/> is.</summary>
internal enum FoundAs : byte
{
    /// <summary>A line that says nothing but what time it is.</summary>
    Sighting,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A line that says that the event before it came again.</summary>
    Repetition,
}
