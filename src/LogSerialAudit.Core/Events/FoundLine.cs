using LogSerialAudit.Lines;

namespace LogSerialAudit.Events;

/// <summary>A line of a block that says something, or several events; what an event says is in <see cref="FoundLines"/>.</summary>
internal struct FoundLine
{
    /// <summary>What it is.</summary>
    public FoundAs As;

    /// <summary>Whether the stamp of an event is still to be shown to the clock.</summary>
    public bool IsSeen;

    /// <summary>The number of its host among those of the file.</summary>
    public int Host;

    /// <summary>The place of an event in <see cref="FoundLines.Events"/>, which lacks what only the order of all lines tells.</summary>
    public int Event;

    /// <summary>How many events of one host are told by it, one line behind the other.</summary>
    public int Events;

    /// <summary>Whether these are even among themselves, as <see cref="EventPage.IsEven"/> has it; their run is one where they have stamps.</summary>
    public bool IsEven;

    /// <summary>The number in the file of a line that is no event of its own.</summary>
    public long Line;

    /// <summary>The time of such a line, as it is written.</summary>
    public Stamp Stamp;

    /// <summary>How many times it says that an event came again.</summary>
    public uint Count;
}
