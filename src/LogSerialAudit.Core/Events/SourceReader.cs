using System.Collections.Concurrent;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Events;

/// <summary>Reads sources, each to its end with a scanner of its own, and the logs that are within a source that can be read once.</summary>
/// <param name="catalogue">The messages to know.</param>
/// <param name="standardInput">What <c>-</c> stands for.</param>
/// <param name="zones">The zones of all that is read; where there are none each file has its own.</param>
public sealed class SourceReader(Catalogue catalogue, Stream? standardInput, ZonePool? zones = null)
{
    private readonly ProgramNames _programs = new(catalogue.Programs);
    private readonly ConcurrentBag<LineBlock> _spare = [];

    /// <summary>A scanner for one file.</summary>
    public FileScanner NewScanner() => NewScanner(new FileScan(new EventStore(), zones ?? new ZonePool()));

    /// <summary>A scanner for one file.</summary>
    /// <param name="scan">Takes what it finds.</param>
    internal FileScanner NewScanner(FileScan scan) => new(catalogue, _programs, scan);

    /// <summary>Reads a source.</summary>
    /// <param name="file">The source.</param>
    /// <param name="scanner">A new scanner; it holds the events.</param>
    /// <param name="archives">Where members of archives are opened.</param>
    /// <param name="progress">Told how many bytes of the file were read, from time to time.</param>
    /// <param name="onBlock">Called after each block of lines, so that events can be used while reading.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public SourceScan Read(SourceFile file, FileScanner scanner, ArchiveCursor? archives, Action<long>? progress, Action? onBlock, CancellationToken cancel)
    {
        if (file.Start is { } start)
        {
            scanner.Lines.Learn(start.Slashes);
            if (!start.Before.IsEmpty)
            {
                scanner.Remember(start.Before.Span, start.FirstLine - 1);
            }
        }

        using var reading = Open(file, scanner, archives, progress, cancel);
        var found = new FoundLines();
        while (reading.Next(found))
        {
            scanner.Take(found);
            progress?.Invoke(found.RawBytes);
            onBlock?.Invoke();
        }

        return reading.Conclude();
    }

    /// <summary>Opens a source, to be read by whichever thread.</summary>
    /// <param name="file">The source.</param>
    /// <param name="scanner">A new scanner; it holds the events.</param>
    /// <param name="archives">Where members of archives are opened.</param>
    /// <param name="progress">Told how many bytes of the file were read, where that takes longer than a block.</param>
    /// <param name="cancel">Ends the reading.</param>
    internal SourceReading Open(SourceFile file, FileScanner scanner, ArchiveCursor? archives, Action<long>? progress, CancellationToken cancel) =>
        new(file, scanner, this, BlockReader.Open(file, standardInput, archives), progress, cancel);

    /// <summary>Takes a source that other threads read.</summary>
    /// <param name="ahead">Who reads it.</param>
    /// <param name="place">Which of their files it is.</param>
    /// <param name="scanner">Its scanner; it holds the events.</param>
    /// <param name="progress">Told how many bytes of the file were read, from time to time.</param>
    /// <param name="onBlock">Called after each block of lines, so that events can be used while reading.</param>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    internal static SourceScan Take(ReadAhead ahead, int place, FileScanner scanner, Action<long>? progress, Action? onBlock)
    {
        while (ahead.Take(place) is { } found)
        {
            scanner.Take(found);
            progress?.Invoke(found.RawBytes);
            ahead.GiveBack(found);
            onBlock?.Invoke();
        }

        return ahead.ReadingOf(place).Conclude();
    }

    /// <summary>Reads the stamps of the first lines of a source that can be read again.</summary>
    /// <param name="file">The source.</param>
    /// <param name="cancel">Ends the reading.</param>
    public FileScan Peek(SourceFile file, CancellationToken cancel)
    {
        var scanner = new FileScanner(catalogue, _programs, new FileScan(), wantsStampsOnly: true);
        using var reader = new DocumentReader(BlockReader.Open(file, null), scanner.Judge);
        var block = Rent();
        if (reader.Read(block, cancel))
        {
            scanner.Read(block);
        }

        GiveBack(block);
        scanner.Scan.Gzip = reader.Source.GzipHeader;
        return scanner.Scan;
    }

    /// <summary>A block to read into. Blocks are large, and used by one file after the other.</summary>
    internal LineBlock Rent() => _spare.TryTake(out var block) ? block : new LineBlock();

    /// <summary>Gives back a block that is used no more.</summary>
    internal void GiveBack(LineBlock block) => _spare.Add(block);
}
