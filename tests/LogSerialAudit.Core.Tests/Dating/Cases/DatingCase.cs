namespace LogSerialAudit.Core.Tests.Dating.Cases;

/// <summary>A log whose truth is known, and how it must be dated.</summary>
/// <param name="Make">Writes the log.</param>
/// <param name="Marked">How many of its events must be marked.</param>
/// <param name="Wrong">How many instants are not those of the truth because the operator says so.</param>
/// <param name="Says">What a note must say.</param>
/// <param name="Silent">What no note may say.</param>
internal sealed record DatingCase(Func<MadeLog> Make, int Marked, int Wrong = 0, string Says = "", string Silent = "");
