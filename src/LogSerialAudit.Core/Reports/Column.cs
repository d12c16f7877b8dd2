namespace LogSerialAudit.Reports;

/// <summary>A column of a table.</summary>
/// <typeparam name="TRow">The rows of the table.</typeparam>
/// <param name="Name">Its name in snake case, as printed and as chosen by the user.</param>
/// <param name="Write">Writes its cell of a row.</param>
public sealed record Column<TRow>(string Name, ColumnWriter<TRow> Write);
