namespace LogSerialAudit.Evidence.Vms;

/// <summary>What a hypervisor says of a virtual machine.</summary>
public enum VmEntryKind
{
    /// <summary>It is started, or one that runs is taken over (<c>attaching</c>).</summary>
    Start,

    /// <summary>It has stopped.</summary>
    Stop,

    /// <summary>It is about to be moved to another host while it runs.</summary>
    MigrationStart,

    /// <summary>Anything else with a time: taints, what qemu itself says.</summary>
    Note,
}
