namespace LogSerialAudit.Core.Tests.Messages;

/// <summary>Part of a made-up message: its text, its fields, and where details begin and end in it.</summary>
internal sealed record Piece(string Text, Dictionary<string, string> Fields, int? DetailStart, int? DetailEnd)
{
    /// <summary>The view that stands in a zone's token.</summary>
    public const string TokenView = "view of the token";

    public Piece(string text, Dictionary<string, string> fields)
        : this(text, fields, null, null)
    {
    }

    /// <summary>A zone line without a name, whose word is a detail. The word stands at the beginning.</summary>
    public Piece(string text, Dictionary<string, string> fields, int word)
        : this(text, fields, 0, word)
    {
    }

    /// <summary>All fields, with the detail, and with the view of the zone's token where no other is named.</summary>
    public IEnumerable<KeyValuePair<string, string>> All
    {
        get
        {
            var all = Fields.Where(pair => pair.Key != TokenView).ToDictionary();
            if (Fields.TryGetValue(TokenView, out var view))
            {
                all.TryAdd("view", view);
            }

            if (DetailEnd is { } end && end > (DetailStart ?? end))
            {
                all.Add("detail", Text[(DetailStart ?? end)..end]);
            }

            return all;
        }
    }

    /// <summary>This, and another behind it. What is named twice is what the later says.</summary>
    public Piece Followed(Piece next) => new(
        Text + next.Text,
        Fields.Concat(next.Fields).GroupBy(field => field.Key).ToDictionary(group => group.Key, group => group.Last().Value),
        DetailStart ?? (next.DetailStart ?? next.DetailEnd) + Text.Length,
        next.DetailEnd + Text.Length ?? DetailEnd);
}
