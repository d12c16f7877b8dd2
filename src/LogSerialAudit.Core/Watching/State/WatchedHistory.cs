using LogSerialAudit.History;

namespace LogSerialAudit.Watching.State;

/// <summary>What is known of a history, and what of it was told.</summary>
/// <param name="History">What is known.</param>
/// <param name="Told">What was told of its episodes.</param>
/// <param name="Expiry">Its expiry without an episode.</param>
internal sealed record WatchedHistory(HistoryMemory History, IReadOnlyList<ToldMemory> Told, ExpiryMemory? Expiry);
