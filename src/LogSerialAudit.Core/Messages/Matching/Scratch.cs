namespace LogSerialAudit.Messages.Matching;

/// <summary>What a <see cref="Walk"/> writes on, kept by each thread so that a line allocates nothing and clears little.</summary>
internal sealed class Scratch
{
    /// <summary>What the captures on the way read.</summary>
    public readonly Slot[] Slots = new Slot[MatcherBuilder.MostCaptures];

    /// <summary>The zone token on the way.</summary>
    public ZoneToken Zone;
}
