namespace LogSerialAudit.Lines;

/// <summary>What a field of a log line in JSON is.</summary>
internal enum JsonField : byte
{
    None,
    Message,
    Time,
    Host,
    Program,
    Pid,
    Stream,
    Part,
}
