namespace LogSerialAudit.Events;

/// <summary>The writers of a file's events, each kept once and known by a number.</summary>
public sealed class WriterPool
{
    private List<Writer> _writers = [];

    /// <summary>The writers, by number.</summary>
    public IReadOnlyList<Writer> All => _writers;

    /// <summary>How many there are.</summary>
    internal int Count => _writers.Count;

    /// <summary>Adds the next writer.</summary>
    internal void Add(Writer writer) => _writers.Add(writer);

    /// <summary>Lets go of room for writers that do not follow.</summary>
    internal void Close() => _writers.TrimExcess();

    /// <summary>Lets go of them: there are no events any more.</summary>
    internal void End() => _writers = [];
}
