namespace LogSerialAudit.Serials;

/// <summary>What a <see cref="SerialSchemeJudge"/> knows, to go on from in another run.</summary>
/// <param name="Votes">The values counted for each scheme, in the order of <see cref="SerialScheme"/>.</param>
/// <param name="Previous">The last value.</param>
/// <param name="Latest">The scheme in use.</param>
/// <param name="Candidate">The scheme of the last value, where it is another one.</param>
/// <param name="CandidateFirst">That value.</param>
/// <param name="LastChange">The last change of scheme.</param>
/// <param name="Changes">How many times the scheme changed.</param>
internal sealed record SchemeMemory(
    long[] Votes,
    SerialNumber? Previous,
    SerialScheme Latest,
    SerialScheme Candidate,
    SerialNumber CandidateFirst,
    SerialSchemeChange? LastChange,
    int Changes);
