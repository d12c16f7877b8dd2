using System.Text;

namespace LogSerialAudit.Messages;

/// <summary>Runs the samples of a catalogue: each must match its own entry and yield exactly the fields it names.</summary>
public static class CatalogueChecker
{
    /// <summary>The failures, in the order of the catalogue; empty where all is well.</summary>
    public static IReadOnlyList<CatalogueFailure> Check(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var failures = new List<CatalogueFailure>();
        foreach (var entry in catalogue.Entries)
        {
            if (entry.Samples.Count == 0)
            {
                failures.Add(new CatalogueFailure(entry, null, "the entry has no sample"));
            }

            foreach (var sample in entry.Samples)
            {
                failures.AddRange(Problems(catalogue, entry, sample).Select(problem => new CatalogueFailure(entry, sample, problem)));
            }
        }

        return failures;
    }

    /// <summary>
    /// The entries of other files of which at least one sample is matched by an entry of <paramref name="file"/>, and by
    /// which: what a file that goes before them takes over, meant or not.
    /// </summary>
    public static IReadOnlyList<(CatalogueEntry Taken, CatalogueEntry By)> TakenOver(Catalogue catalogue, string file)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var taken = new List<(CatalogueEntry Taken, CatalogueEntry By)>();
        foreach (var entry in catalogue.Entries.Where(entry => entry.File != file))
        {
            foreach (var sample in entry.Samples)
            {
                var match = default(MessageMatch);
                if (catalogue.TryMatch(Encoding.UTF8.GetBytes(sample.Text), ref match) && match.Entry.File == file)
                {
                    taken.Add((entry, match.Entry));
                    break;
                }
            }
        }

        return taken;
    }

    private static List<string> Problems(Catalogue catalogue, CatalogueEntry entry, CatalogueSample sample)
    {
        var message = Encoding.UTF8.GetBytes(sample.Text);
        var match = default(MessageMatch);
        if (!catalogue.ForServer(entry.Server)!.TryMatch(message, ref match))
        {
            return ["no entry matches"];
        }

        if (!ReferenceEquals(match.Entry, entry))
        {
            return [$"the entry of {match.Entry.File}:{match.Entry.Line} matches first ({match.Entry.Kind.Word()})"];
        }

        var found = MessageFields.Of(match, message);
        return
        [
            .. found.Where(field => !sample.Fields.ContainsKey(field.Key))
                .Select(field => $"{field.Key} is {Quoted(field.Value)}, and the sample does not say so"),
            .. sample.Fields.Where(expected => !found.Contains(expected))
                .Select(expected => Difference(expected, found)),
        ];
    }

    private static string Difference(KeyValuePair<string, string> expected, IReadOnlyList<KeyValuePair<string, string>> found)
    {
        var value = found.FirstOrDefault(field => field.Key == expected.Key).Value;
        return $"{expected.Key} should be {Quoted(expected.Value)} and is {(value is null ? "missing" : Quoted(value))}";
    }

    private static string Quoted(string value) => $"\"{value}\"";
}
