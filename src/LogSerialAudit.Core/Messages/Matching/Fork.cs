namespace LogSerialAudit.Messages.Matching;

/// <summary>Captures that are still to be tried at a place where the way divided.</summary>
internal struct Fork
{
    /// <summary>The cell of the next capture to try.</summary>
    public int Next;

    /// <summary>Behind the last.</summary>
    public int End;

    /// <summary>The place in the message.</summary>
    public int At;

    /// <summary>The number of captures before it.</summary>
    public int Depth;
}
