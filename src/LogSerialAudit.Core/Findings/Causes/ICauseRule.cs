namespace LogSerialAudit.Findings.Causes;

/// <summary>One hypothesis: which facts speak for it, which against it, and which rule it out.</summary>
internal interface ICauseRule
{
    Cause Cause { get; }

    /// <summary>The facts that are there, each with its weight; null for one that is not.</summary>
    IEnumerable<Clue?> Weigh(IncidentFacts facts);

    /// <summary>Which side has the newer content while this lasts, if this is the cause.</summary>
    NewerContent NewerFor(IncidentFacts facts);

    /// <summary>What happened, if this is the cause, in a sentence without a full stop.</summary>
    string Tell(IncidentFacts facts);

    /// <summary>What would refute it.</summary>
    string RefutedBy(IncidentFacts facts);
}
