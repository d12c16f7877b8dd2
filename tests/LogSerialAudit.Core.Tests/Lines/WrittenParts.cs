namespace LogSerialAudit.Core.Tests.Lines;

/// <summary>What of a <see cref="WrittenLine"/> a form keeps.</summary>
[Flags]
internal enum WrittenParts
{
    Message = 0,
    Time = 1,
    Year = 2,
    Offset = 4,
    Host = 8,
    Program = 16,
    Pid = 32,

    Moment = Time | Year | Offset,
    Writer = Host | Program | Pid,
}
