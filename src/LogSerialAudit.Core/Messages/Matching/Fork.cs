namespace LogSerialAudit.Messages.Matching;

/// <summary>Captures that are still to be tried at a place where the way divided.</summary>
internal struct Fork
{
    /// <summary>The cell of the first capture to try; 0 where there is none after all.</summary>
    public int Capture;

    /// <summary>The place in the message.</summary>
    public int At;

    /// <summary>The number of captures before it.</summary>
    public int Depth;
}
