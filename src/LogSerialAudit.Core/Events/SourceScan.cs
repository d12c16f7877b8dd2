using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Events;

/// <summary>One source read to its end: its events, and the account of its bytes.</summary>
public sealed class SourceScan
{
    private SourceScan(SourceFile file, FileScan scan, DocumentReader reader)
    {
        (File, Scan, Totals, Damage, Gzip) = (file, scan, reader.Totals, reader.Source.Damage, reader.Source.GzipHeader);
        Document = reader.Summary;
    }

    /// <summary>What was read.</summary>
    public SourceFile File { get; }

    /// <summary>What was found in it.</summary>
    public FileScan Scan { get; }

    /// <summary>The account of its bytes and lines.</summary>
    public ReadTotals Totals { get; }

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public Damage? Damage { get; }

    /// <summary>The header of the first gzip member; null for plain text.</summary>
    public GzipHeader? Gzip { get; }

    /// <summary>What was found of it where it is a mail or another text and no log; null for a log.</summary>
    public DocumentSummary? Document { get; }

    /// <summary>Lines that have a number, those too long to be looked at included.</summary>
    public long Lines => Totals.Lines + Totals.LongLines;

    /// <summary>Reads a source.</summary>
    /// <param name="file">The source.</param>
    /// <param name="scanner">A new scanner; it holds the events.</param>
    /// <param name="standardInput">What <c>-</c> stands for.</param>
    /// <param name="archives">Where members of archives are opened.</param>
    /// <param name="progress">Told how many bytes of the file were read, from time to time.</param>
    /// <param name="onBlock">Called after each block of lines, so that events can be used while reading.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public static SourceScan Read(
        SourceFile file, FileScanner scanner, Stream? standardInput, ArchiveCursor? archives, Action<long>? progress, Action? onBlock, CancellationToken cancel)
    {
        using var reader = new DocumentReader(BlockReader.Open(file, standardInput, archives), scanner.Judge, file.Start is not null);
        if (file.Start is { Before.IsEmpty: false } start)
        {
            scanner.Remember(start.Before.Span, start.FirstLine - 1);
        }

        var block = new LineBlock();
        while (reader.Read(block, cancel))
        {
            scanner.Read(block);
            progress?.Invoke(reader.Source.RawBytes);
            onBlock?.Invoke();
        }

        scanner.Finish();
        return new SourceScan(file, scanner.Scan, reader);
    }

    /// <summary>Reads the first lines of a source that can be read again.</summary>
    /// <param name="file">The source.</param>
    /// <param name="scanner">A new scanner.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static FileScan Peek(SourceFile file, FileScanner scanner, CancellationToken cancel)
    {
        using var reader = new DocumentReader(BlockReader.Open(file, null), scanner.Judge);
        var block = new LineBlock();
        if (reader.Read(block, cancel))
        {
            scanner.Read(block);
        }

        return scanner.Scan;
    }
}
