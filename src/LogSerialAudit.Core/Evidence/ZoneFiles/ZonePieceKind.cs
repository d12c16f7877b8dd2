namespace LogSerialAudit.Evidence.ZoneFiles;

/// <summary>What a zone file is made of.</summary>
internal enum ZonePieceKind
{
    /// <summary>Blanks, or a comment.</summary>
    Blank,

    /// <summary>The end of a line.</summary>
    NewLine,

    /// <summary>An opening parenthesis: line ends mean nothing until it is closed.</summary>
    Open,

    /// <summary>A closing parenthesis.</summary>
    Close,

    /// <summary>A word.</summary>
    Word,

    /// <summary>A text in quotes.</summary>
    Quoted,
}
