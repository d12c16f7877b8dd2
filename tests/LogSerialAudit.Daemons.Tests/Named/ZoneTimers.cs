namespace LogSerialAudit.Daemons.Tests.Named;

/// <summary>The timers of an SOA record, in seconds.</summary>
public sealed record ZoneTimers(int Refresh, int Retry, int Expire);
