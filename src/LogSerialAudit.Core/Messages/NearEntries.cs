using LogSerialAudit.Messages.Language;
using LogSerialAudit.Messages.Near;

namespace LogSerialAudit.Messages;

/// <summary>
/// Looks closer at a message than a match does: which captures read what, and, where nothing matches, which entries it is
/// like. Slow, and meant for single lines; the time is bounded whatever they hold.
/// </summary>
public sealed class NearEntries
{
    /// <summary>No server writes a message that long; what comes behind is not looked at.</summary>
    private const int MostBytes = 4096;

    private const int Most = 3;
    private const int MostExpected = 6;
    private const double LeastLikeness = 0.35;
    private const double LeastShareOfBest = 0.6;

    /// <summary>What the words in common weigh is 1, as a share of all words; the way gone weighs half of that.</summary>
    private const double WayWeight = 0.5;

    /// <summary>What it weighs that nothing in a message speaks against a shape but its end.</summary>
    private const double CutShortWeight = 0.25;

    private readonly Catalogue _catalogue;

    /// <summary>The ways to read all entries of all servers, which are many: made when a message is first compared with them.</summary>
    private readonly Lazy<List<(string Server, PatternRow Row)>> _rows;

    private readonly Lazy<Dictionary<string, double>> _weights;

    /// <summary>Prepares for the entries of a catalogue.</summary>
    public NearEntries(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _catalogue = catalogue;
        _rows = new(() => [.. catalogue.Servers.SelectMany(server => server.Shapes.SelectMany(RowsOf).Select(row => (server.Server, row)))]);
        _weights = new(() => WeightsOf(_rows.Value));
    }

    /// <summary>The entries that a message is like, the likest first; at most three, and none where nothing is like it.</summary>
    /// <param name="server">The server whose messages come into question (<c>bind</c>); null for all.</param>
    /// <param name="message">A message that no entry matches.</param>
    public IReadOnlyList<NearEntry> Of(string? server, ReadOnlySpan<byte> message)
    {
        message = message[..Math.Min(message.Length, MostBytes)];
        var words = PatternWords.In(message.ToArray()).ToHashSet(StringComparer.Ordinal);
        var ofMessage = words.Sum(Weight);
        var paths = new List<(PatternRow Row, PatternPath Path, double Likeness)>();
        foreach (var (of, row) in _rows.Value)
        {
            if (server is null || of == server)
            {
                var path = row.Walk(message);
                paths.Add((row, path, Likeness(row, path, words, ofMessage) + (path.At == message.Length && path.Matched > 0 ? CutShortWeight : 0)));
            }
        }

        var entries = paths
            .GroupBy(path => path.Row.Entry)
            .Select(ways => Nearest(ways.Key, [.. ways]))
            .OrderByDescending(entry => entry.Likeness)
            .ThenByDescending(entry => entry.At)
            .ToList();
        return [.. entries.TakeWhile(entry => entry.Likeness >= LeastLikeness && entry.Likeness >= entries[0].Likeness * LeastShareOfBest).Take(Most)];
    }

    /// <summary>What the captures of an entry read in a message that it matches, in the order of the pattern.</summary>
    public IReadOnlyList<CapturedValue> Captures(CatalogueEntry entry, ReadOnlySpan<byte> message)
    {
        var shapes = _catalogue.Servers.Where(server => server.Server == entry.Server).SelectMany(server => server.Shapes);
        foreach (var row in shapes.Where(shape => ReferenceEquals(shape.Entry, entry)).SelectMany(RowsOf))
        {
            if (row.Walk(message) is { IsWhole: true } path)
            {
                return path.Captures;
            }
        }

        return [];
    }

    private static IEnumerable<PatternRow> RowsOf(Shape shape) => PatternVariants.Of(shape.Parts).Select(variant => new PatternRow(shape.Entry, variant));

    /// <summary>A word of many entries says little about which is meant.</summary>
    private static Dictionary<string, double> WeightsOf(List<(string Server, PatternRow Row)> rows)
    {
        var entries = rows.GroupBy(row => row.Row.Entry).Select(ways => ways.SelectMany(way => way.Row.Words).ToHashSet(StringComparer.Ordinal)).ToList();
        return entries.SelectMany(words => words).CountBy(word => word).ToDictionary(word => word.Key, word => Math.Log(1 + ((double)entries.Count / word.Value)));
    }

    /// <summary>Of the ways to read an entry the one that goes furthest; others that end there too add what they expected.</summary>
    private static NearEntry Nearest(CatalogueEntry entry, List<(PatternRow Row, PatternPath Path, double Likeness)> ways)
    {
        var furthest = ways.Max(way => way.Path.At);
        var there = ways.Where(way => way.Path.At == furthest).ToList();
        var expected = there.Select(way => way.Path.Expected).Distinct(StringComparer.Ordinal).Take(MostExpected);
        return new NearEntry(entry, furthest, there.Exists(way => way.Path.IsWhole) ? "" : string.Join(" or ", expected), there.Max(way => way.Likeness));
    }

    /// <summary>The share of the shape's text that was there, and the words in common out of all that either has; a single one says nothing by itself.</summary>
    private double Likeness(PatternRow row, in PatternPath path, HashSet<string> words, double ofMessage)
    {
        var (count, common, all) = (0, 0.0, ofMessage);
        foreach (var word in row.Words)
        {
            var weight = Weight(word);
            (count, common, all) = words.Contains(word) ? (count + 1, common + weight, all) : (count, common, all + weight);
        }

        var isAlike = all > 0 && (count > 1 || path.At > 0);
        return (row.TextLength == 0 ? 0 : WayWeight * path.Matched / row.TextLength) + (isAlike ? common / all : 0);
    }

    private double Weight(string word) => _weights.Value.GetValueOrDefault(word);
}
