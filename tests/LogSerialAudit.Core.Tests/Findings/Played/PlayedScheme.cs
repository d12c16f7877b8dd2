namespace LogSerialAudit.Core.Tests.Findings.Played;

/// <summary>How serials are made.</summary>
internal enum PlayedScheme
{
    UnixTime,
    Date,
    Counter,
}
