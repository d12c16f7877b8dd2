namespace LogSerialAudit.Core.Tests.Watching;

/// <summary>The end of a process. Nothing handles it.</summary>
internal sealed class CrashException : Exception;
