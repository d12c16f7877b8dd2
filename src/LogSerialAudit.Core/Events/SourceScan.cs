using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Events;

/// <summary>One source read to its end: its events, and the account of its bytes.</summary>
public sealed class SourceScan
{
    internal SourceScan(SourceFile file, FileScan scan, DocumentReader reader, IReadOnlyList<InnerScan> inner, IReadOnlyList<SourceProblem> problems)
    {
        (File, Scan, Totals, Damage) = (file, scan, reader.Totals, reader.Source.Damage);
        (Document, IsArchive, Inner, Problems) = (reader.Summary, reader.Source.Archive is not null, inner.Count == 0 ? [] : inner, problems.Count == 0 ? [] : problems);
    }

    /// <summary>What was read.</summary>
    public SourceFile File { get; }

    /// <summary>What was found in it.</summary>
    public FileScan Scan { get; }

    /// <summary>The account of its bytes and lines.</summary>
    public ReadTotals Totals { get; }

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public Damage? Damage { get; }

    /// <summary>What was found of it where it is a mail or another text and no log; null for a log.</summary>
    public DocumentSummary? Document { get; }

    /// <summary>Whether its lines are quoted from logs, in an order that is the writer's.</summary>
    internal bool IsQuoted => Document?.Form is DocumentForm.Mail or DocumentForm.Text or DocumentForm.Page;

    /// <summary>Whether it is an archive: then it has no lines of its own.</summary>
    public bool IsArchive { get; }

    /// <summary>The logs within it that were read with it: members of an archive that comes through a pipe, packed attachments of mails.</summary>
    internal IReadOnlyList<InnerScan> Inner { get; }

    /// <summary>What of that was left out, and why.</summary>
    public IReadOnlyList<SourceProblem> Problems { get; }

    /// <summary>Lets go of what only reading on needs: it is read.</summary>
    internal void Close() => Scan.Close(isWhole: File.Start is null && Damage is null);

    /// <summary>Lines that have a number, those too long to be looked at included.</summary>
    public long Lines => Totals.Lines + Totals.LongLines;
}
