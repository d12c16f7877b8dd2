namespace LogSerialAudit.Messages.Language;

/// <summary>The names of fields in catalogues: those of <see cref="Field"/>, and two that say whose serial it is.</summary>
internal static class FieldNames
{
    private static readonly string[] Words =
        [.. Enum.GetNames<Field>().Skip(1).Select(name => name.ToLowerInvariant())];

    /// <summary>The name of a field.</summary>
    public static string Word(Field field) => Words[(int)field - 1];

    /// <summary>The field of a name: <c>offered</c> is the serial, <c>held</c> the previous one.</summary>
    public static bool TryParse(string word, out Field field)
    {
        var index = Array.IndexOf(Words, word);
        field = word switch
        {
            "offered" => Field.Serial,
            "held" => Field.Previous,
            _ => (Field)(index + 1),
        };
        return field != Field.None;
    }

    /// <summary>The error for a name that is none.</summary>
    public static string Unknown(string word) =>
        $"unknown field {word}; fields are {string.Join(", ", Words)}, offered (serial), held (previous)";
}
