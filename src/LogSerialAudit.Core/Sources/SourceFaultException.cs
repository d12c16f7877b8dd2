namespace LogSerialAudit.Sources;

/// <summary>Carries the fault of an archive to whoever reads a member of it.</summary>
internal sealed class SourceFaultException(SourceFault fault) : IOException(fault.Text)
{
    public SourceFault SourceFault => fault;
}
