namespace LogSerialAudit.Evidence.ZoneFiles.Rcs;

/// <summary>What an RCS file says of one revision.</summary>
/// <param name="Number">The revision, <c>1.82</c>.</param>
/// <param name="Position">Where that stands.</param>
/// <param name="Phrases">Date, author, state, branches, next, and others.</param>
internal sealed record RcsDelta(string Number, int Position, IReadOnlyList<RcsPhrase> Phrases)
{
    /// <summary>The first phrase of that name.</summary>
    public RcsPhrase? this[string key] => Phrases.FirstOrDefault(phrase => phrase.Key == key);

    /// <summary>The words of a phrase; none where there is no such phrase.</summary>
    public IReadOnlyList<RcsWord> Words(string key) => this[key]?.Words ?? [];
}
