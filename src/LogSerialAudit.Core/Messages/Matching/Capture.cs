using System.Runtime.CompilerServices;

namespace LogSerialAudit.Messages.Matching;

/// <summary>A value to read, and what may follow it.</summary>
internal readonly struct Capture(Step step, int lowest, Place next)
{
    /// <summary>How the value is read; null where there is no value.</summary>
    public readonly Step? Step = step;

    /// <summary>Where the message goes on.</summary>
    public readonly Place Next = next;

    private readonly int _lowest = lowest;

    /// <summary>Reads the value, unless all rows that go through here come behind one that matched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead(ref Walk walk, int at, int depth) =>
        _lowest < walk.Best && Step!.TryRead(walk.Message, at, ref walk.Slots[depth], ref walk.Zone);
}
