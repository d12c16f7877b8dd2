namespace LogSerialAudit.Messages.Matching;

/// <summary>
/// A capture that the rows of a server share from their beginning, or the beginning itself, while the tree grows;
/// <see cref="Place"/> is what is walked.
/// </summary>
internal sealed class Node
{
    /// <summary>The capture on the way to this node; null at the beginning.</summary>
    public Step? Step { get; init; }

    /// <summary>The lowest order of all rows that go through here.</summary>
    public int Lowest { get; init; }

    /// <summary>What ends the value, as its type has it; whether that is the whole rest of the pattern.</summary>
    public (string Type, string End, bool IsAnchored) Form { get; init; }

    /// <summary>The texts that may follow, up to the next capture or the end of the message: mostly one or two.</summary>
    public List<Passage> Texts { get; } = [];

    /// <summary>The passage with a text, which is made where there is none.</summary>
    public Passage Behind(string text)
    {
        // Rows that are alike stand together.
        for (var place = Texts.Count - 1; place >= 0; place--)
        {
            if (Texts[place].Text == text)
            {
                return Texts[place];
            }
        }

        var passage = new Passage(text);
        Texts.Add(passage);
        return passage;
    }
}
