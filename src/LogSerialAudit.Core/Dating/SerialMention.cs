using LogSerialAudit.Lines;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Dating;

/// <summary>A serial that a line names, kept to be weighed for the year and the zone of its file.</summary>
/// <param name="Zone">The zone, a number of the file's zones.</param>
/// <param name="Serial">The serial; it reads as unixtime or as a date.</param>
/// <param name="Stamp">The line's stamp.</param>
/// <param name="Line">The line's number.</param>
/// <param name="IsFresh">Whether the line is of a kind that shows a serial when it is new, most often seconds after it was minted.</param>
public readonly record struct SerialMention(int Zone, SerialNumber Serial, Stamp Stamp, long Line, bool IsFresh);
