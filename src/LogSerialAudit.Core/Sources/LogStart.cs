using LogSerialAudit.Lines;

namespace LogSerialAudit.Sources;

/// <summary>Where reading of a log begins that is held open, or whose first lines were read before.</summary>
/// <param name="Open">Gives the reader; once.</param>
/// <param name="FirstLine">The number of the first line it gives.</param>
/// <param name="Before">The line before that, which a "last message repeated" may speak of; empty where there is none.</param>
/// <param name="Slashes">What lines before that showed of the order of day and month in dates with slashes.</param>
internal sealed record LogStart(Func<BlockReader> Open, long FirstLine, ReadOnlyMemory<byte> Before, SlashOrder Slashes = SlashOrder.Unknown);
