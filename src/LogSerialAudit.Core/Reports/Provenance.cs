namespace LogSerialAudit.Reports;

/// <summary>What a second analyst needs to come to the same bytes.</summary>
/// <param name="Item">What it is: <c>version</c>, <c>tzdb</c>, <c>command</c>, <c>input</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record Provenance(string Item, string Value)
{
    /// <summary>The table <c>provenance</c>.</summary>
    public static Table<Provenance> Table { get; } = new(
        "provenance",
        new("item", static (in row, cell) => cell.Text(row.Item)),
        new("value", static (in row, cell) => cell.TextOfOthers(row.Value)));
}
