namespace LogSerialAudit.Sources.Documents;

/// <summary>What is done with a part of a mail.</summary>
internal enum BodyKind
{
    /// <summary>It is read as text.</summary>
    Text,

    /// <summary>It is read as the text of a page.</summary>
    Html,

    /// <summary>It has parts of its own.</summary>
    Multipart,

    /// <summary>It is a mail.</summary>
    Message,

    /// <summary>It can't hold a log, or says again what another part says.</summary>
    Nothing,

    /// <summary>It is a packed file, which may hold logs.</summary>
    Packed,

    /// <summary>It is not read, which has to be said.</summary>
    Unread,
}
