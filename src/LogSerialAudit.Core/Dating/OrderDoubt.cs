namespace LogSerialAudit.Dating;

/// <summary>
/// Years that a file has from its neighbours only, in an order that is not that of the names or that another file's time or serials
/// contradict: stamps without a year can fit another order by accident, so such a year is not sure where nothing else of the file,
/// nor files on both sides of it, bear it out.
/// </summary>
internal static class OrderDoubt
{
    /// <summary>Takes the sureness from such years of a sequence.</summary>
    /// <param name="files">Its files, as they are read.</param>
    /// <param name="isMoved">Whether a file is read elsewhere than its name says, or its place is contradicted.</param>
    public static void Apply(IReadOnlyList<SequenceFile> files, Func<SequenceFile, bool> isMoved)
    {
        // Where each file that was moved has evidence of its own, the order is borne out.
        var isDoubtful = files.Any(file => isMoved(file) && !HasOwnEvidence(file));
        for (var place = 0; isDoubtful && place < files.Count; place++)
        {
            if (!HasOwnEvidence(files[place]) && RestsOn(files, place).Any(isMoved))
            {
                foreach (var run in files[place].Runs.Where(run => run.FixedYear == 0))
                {
                    run.YearIsSure = false;
                }
            }
        }
    }

    /// <summary>The files from the nearest one that has evidence of its own up to a file; none where it stands between two such.</summary>
    private static IEnumerable<SequenceFile> RestsOn(IReadOnlyList<SequenceFile> files, int place)
    {
        var (before, after) = (place, place);
        while (before >= 0 && !HasOwnEvidence(files[before]))
        {
            before--;
        }

        while (after < files.Count && !HasOwnEvidence(files[after]))
        {
            after++;
        }

        return before >= 0 && after < files.Count ? []
            : before >= 0 ? files.Skip(before).Take(place - before + 1)
            : files.Skip(after < files.Count ? place : 0).Take(after < files.Count ? after - place + 1 : files.Count);
    }

    private static bool HasOwnEvidence(SequenceFile file) =>
        file.Source is not (YearSource.None or YearSource.Neighbour or YearSource.Now or YearSource.LeapDay);
}
