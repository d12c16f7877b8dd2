namespace LogSerialAudit.Messages.Matching;

/// <summary>What a <see cref="Walk"/> writes on, kept by each thread so that a line allocates nothing and clears little.</summary>
internal sealed class Scratch
{
    /// <summary>What the captures on the way read.</summary>
    public readonly Slot[] Slots = new Slot[MatcherBuilder.MostCaptures + 1];

    /// <summary>The zone token on the way; there is at most one.</summary>
    public ZoneToken Zone;

    /// <summary>Captures to be tried when the way taken before them ends.</summary>
    public Fork[] Forks = new Fork[8];
}
