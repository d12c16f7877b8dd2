namespace LogSerialAudit.Reports;

/// <summary>Writes the one cell that a row has in a column, by exactly one call to <paramref name="cell"/>.</summary>
/// <typeparam name="TRow">The rows of the table.</typeparam>
/// <param name="row">The row.</param>
/// <param name="cell">Takes the cell.</param>
public delegate void ColumnWriter<TRow>(in TRow row, CellWriter cell);
