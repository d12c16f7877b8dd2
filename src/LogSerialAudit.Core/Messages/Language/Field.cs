namespace LogSerialAudit.Messages.Language;

/// <summary>Where a captured value goes in a <see cref="MessageMatch"/>.</summary>
internal enum Field : byte
{
    None,
    Zone,
    Class,
    View,
    Side,
    Serial,
    Previous,
    Raw,
    Peer,
    Key,
    Detail,
    Count,
}
