using LogSerialAudit.History;
using NodaTime;

namespace LogSerialAudit.Evidence.Vms;

/// <summary>One dated line of a hypervisor's log of a virtual machine.</summary>
/// <param name="Host">The host, by the name the user gave it.</param>
/// <param name="At">When (libvirt and qemu write UTC).</param>
/// <param name="Kind">What happened.</param>
/// <param name="Reason">Why it stopped, as logged: <c>shutdown</c>, <c>destroyed</c>, <c>from snapshot</c>; null where it is not said.</param>
/// <param name="Text">The line as logged.</param>
/// <param name="Source">Where it stands.</param>
public sealed record VmEntry(string Host, Instant At, VmEntryKind Kind, string? Reason, string Text, SourceLine Source);
