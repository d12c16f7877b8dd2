namespace LogSerialAudit.Reports;

/// <summary>Writes one table, row by row. <see cref="End"/> it before the next one is begun.</summary>
/// <typeparam name="TRow">The rows of the table.</typeparam>
public sealed class TableWriter<TRow>
{
    private readonly CellWriter _cells;
    private readonly Column<TRow>[] _columns;
    private readonly ColumnWriter<TRow>[] _writers;

    /// <summary>Begins the table: the header is written.</summary>
    /// <param name="cells">The format; <see cref="CellWriter.Complete"/> stays with its owner.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="columns">The columns, as <see cref="Table{TRow}.TryChoose"/> gives them.</param>
    /// <exception cref="InvalidOperationException">The format holds one table and has one.</exception>
    public TableWriter(CellWriter cells, string name, IReadOnlyList<Column<TRow>> columns)
    {
        _cells = cells;
        _columns = [.. columns];
        _writers = [.. columns.Select(column => column.Write)];
        cells.BeginTable(name, [.. columns.Select(column => column.Name)]);
    }

    /// <summary>Writes one row.</summary>
    /// <exception cref="InvalidOperationException">A column wrote no cell, or more than one: a mistake in the program.</exception>
    public void Write(in TRow row)
    {
        var (cells, writers) = (_cells, _writers);
        cells.BeginRow();
        for (var place = 0; place < writers.Length; place++)
        {
            writers[place](in row, cells);
        }

        if (cells.Cells != writers.Length)
        {
            throw new InvalidOperationException($"Each of the columns {string.Join(", ", _columns.Select(column => column.Name))} must write exactly one cell.");
        }

        cells.EndRow();
    }

    /// <summary>Ends the table.</summary>
    public void End() => _cells.EndTable();
}
