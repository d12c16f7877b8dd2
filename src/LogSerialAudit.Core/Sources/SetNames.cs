namespace LogSerialAudit.Sources;

/// <summary>
/// Finds names for sets of one base name in several folders. An archive or a mailbox may hold ten thousands of them, so none is held
/// against each other one: what their folders end with is counted.
/// </summary>
internal sealed class SetNames
{
    private readonly Dictionary<string, Ends> _byName = new(StringComparer.Ordinal);

    /// <summary>Knows some sets.</summary>
    public SetNames(IEnumerable<RotationSet> sets)
    {
        foreach (var set in sets)
        {
            Add(set);
        }
    }

    /// <summary>Takes one more set. One that the operator named stands by itself.</summary>
    public void Add(RotationSet set)
    {
        if (set.Observer is not null)
        {
            return;
        }

        if (!_byName.TryGetValue(set.BaseName, out var ends))
        {
            _byName.Add(set.BaseName, ends = new Ends());
        }

        ends.Add(set.Folder);
    }

    /// <summary>A known set with a name that parts it from the others.</summary>
    public RotationSet Named(RotationSet set) => set.Observer is not null || _byName[set.BaseName] is not { Count: > 1 } ends ? set
        : set with { Name = $"{ends.Distinct(set.Folder)}/{set.BaseName}" };

    /// <summary>The folders of one base name, by their last parts.</summary>
    private sealed class Ends
    {
        /// <summary>How many folders end with some parts, each a number: that of the parts behind it, and itself.</summary>
        private Dictionary<(int Behind, string Part), (int Number, int Count)>? _parts;
        private string? _first;

        public int Count { get; private set; }

        public void Add(string folder)
        {
            Count++;
            if (Count == 1)
            {
                // Mostly a base name has one folder.
                _first = folder;
                return;
            }

            if (Count == 2)
            {
                AddParts(_first!);
            }

            AddParts(folder);
        }

        /// <summary>As much of the end of a folder as no other one has; all of it where that does not part them.</summary>
        public string Distinct(string folder)
        {
            var (parts, own) = (folder.Split('/', StringSplitOptions.RemoveEmptyEntries), folder.Split('/'));
            var (behind, isOwn) = (0, true);
            for (var depth = 1; depth <= parts.Length; depth++)
            {
                // A path that begins without a slash, or has two side by side, does not end so itself.
                isOwn = isOwn && depth < own.Length && own[^depth] == parts[^depth];
                var (number, count) = _parts!.GetValueOrDefault((behind, parts[^depth]));
                if (count == (isOwn ? 1 : 0))
                {
                    return string.Join('/', parts[^depth..]);
                }

                behind = number;
            }

            return folder;
        }

        private void AddParts(string folder)
        {
            // What stands before the first slash is no end of a path.
            _parts ??= [];
            var (parts, behind) = (folder.Split('/'), 0);
            for (var place = parts.Length - 1; place > 0; place--)
            {
                var (number, count) = _parts.GetValueOrDefault((behind, parts[place]), (_parts.Count + 1, 0));
                _parts[(behind, parts[place])] = (number, count + 1);
                behind = number;
            }
        }
    }
}
