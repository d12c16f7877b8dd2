namespace LogSerialAudit.Evidence.Marks;

/// <summary>A row of CSV.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Columns">Where each cell begins, in characters from 1.</param>
internal sealed record MarkFields(long Line, string[] Cells, int[] Columns);
