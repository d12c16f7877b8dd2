using System.Diagnostics.CodeAnalysis;

namespace LogSerialAudit.Reports;

/// <summary>What a table is called and which columns it has, in their usual order.</summary>
/// <typeparam name="TRow">Its rows.</typeparam>
public sealed class Table<TRow>
{
    /// <summary>A table of these columns.</summary>
    /// <exception cref="ArgumentException">Two columns have one name.</exception>
    public Table(string name, params IReadOnlyList<Column<TRow>> columns)
    {
        Name = name;
        Columns = columns;
        if (columns.DistinctBy(column => column.Name).Count() != columns.Count)
        {
            throw new ArgumentException($"A column of {name} is there twice.", nameof(columns));
        }
    }

    /// <summary>Its name, in snake case.</summary>
    public string Name { get; }

    /// <summary>Its columns, in their usual order.</summary>
    public IReadOnlyList<Column<TRow>> Columns { get; }

    /// <summary>The columns of these names, in that order; all of them where <paramref name="names"/> is null.</summary>
    /// <param name="names">The names as the user wrote them.</param>
    /// <param name="chosen">The columns; empty where false is returned.</param>
    /// <param name="error">One line without a full stop that names what is wrong and the columns there are; null where true is returned.</param>
    /// <returns>False where a name is unknown or there twice.</returns>
    public bool TryChoose(IReadOnlyList<string>? names, out IReadOnlyList<Column<TRow>> chosen, [NotNullWhen(false)] out string? error)
    {
        (chosen, error) = (Columns, null);
        if (names is null)
        {
            return true;
        }

        var columns = new List<Column<TRow>>(names.Count);
        foreach (var name in names)
        {
            var column = Columns.FirstOrDefault(known => known.Name == name);
            error ??= column is null ? $"{Name} has no column {SafeText.Of(name)}; it has {string.Join(", ", Columns.Select(known => known.Name))}"
                : columns.Contains(column) ? $"column {name} is chosen twice"
                : null;
            if (column is not null)
            {
                columns.Add(column);
            }
        }

        chosen = error is null ? columns : [];
        return error is null;
    }
}
