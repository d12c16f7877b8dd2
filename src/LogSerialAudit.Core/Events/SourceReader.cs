using System.Globalization;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;
using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Archives;
using LogSerialAudit.Sources.Codecs;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Events;

/// <summary>Reads sources, each to its end with a scanner of its own, and the logs that are within a source that can be read once.</summary>
/// <param name="catalogue">The messages to know.</param>
/// <param name="standardInput">What <c>-</c> stands for.</param>
public sealed class SourceReader(Catalogue catalogue, Stream? standardInput)
{
    private readonly ProgramNames _programs = new(catalogue.Programs);

    /// <summary>A scanner for one file.</summary>
    public FileScanner NewScanner() => new(catalogue, _programs);

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
        using var blocks = BlockReader.Open(file, standardInput, archives);
        var inner = new Inner(this, file, () => progress?.Invoke(blocks.RawBytes), cancel);
        using var reader = new DocumentReader(blocks, scanner.Judge, file.Start is not null) { Attachments = [] };
        if (file.Start is { Before.IsEmpty: false } start)
        {
            scanner.Remember(start.Before.Span, start.FirstLine - 1);
        }

        var expansion = new Expansion(file.ExpandLimit, () => blocks.RawBytes);
        var block = new LineBlock();
        while (ReadBlock(reader, block, scanner, cancel))
        {
            progress?.Invoke(blocks.RawBytes);
            onBlock?.Invoke();
            inner.Take(reader.Attachments, expansion);
        }

        inner.Take(reader.Attachments, expansion);
        if (blocks.Archive is { } archive)
        {
            inner.Take(archive, expansion);
        }

        scanner.Finish();
        return new SourceScan(file, scanner.Scan, reader, inner.Scans, inner.Problems);
    }

    /// <summary>Reads the first lines of a source that can be read again.</summary>
    /// <param name="file">The source.</param>
    /// <param name="cancel">Ends the reading.</param>
    public FileScan Peek(SourceFile file, CancellationToken cancel)
    {
        var scanner = NewScanner();
        using var reader = new DocumentReader(BlockReader.Open(file, null), scanner.Judge);
        var block = new LineBlock();
        _ = ReadBlock(reader, block, scanner, cancel);
        return scanner.Scan;
    }

    private static bool ReadBlock(DocumentReader reader, LineBlock block, FileScanner scanner, CancellationToken cancel)
    {
        var isRead = reader.Read(block, cancel);
        scanner.Scan.Gzip = reader.Source.GzipHeader;
        if (isRead)
        {
            scanner.Read(block);
        }

        return isRead;
    }

    /// <summary>What is found within a source.</summary>
    private sealed class Inner(SourceReader owner, SourceFile file, Action onRead, CancellationToken cancel)
    {
        private readonly HashSet<(string Folder, string Name)> _names = [];

        public List<InnerScan> Scans { get; } = [];

        public List<SourceProblem> Problems { get; } = [];

        public void Take(ByteSource archive, Expansion expansion)
        {
            try
            {
                using var open = OpenArchive.Over(archive, expansion);
                Take(open, file.Path, Mention.Named, expansion, notAfter: null);
            }
            catch (SourceFaultException error)
            {
                Problems.Add(new SourceProblem(ProblemSeverity.Error, file.Path, $"{file.Path}: {error.Message}"));
            }
        }

        public void Take(Queue<Attachment> attachments, Expansion expansion)
        {
            while (attachments.TryDequeue(out var attachment))
            {
                // Of one mail they stand side by side, as in a folder; of a mailbox each mail is a folder.
                var folder = attachment.Message == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{attachment.Message + 1}/");
                folder = _names.Add((folder, attachment.Name)) ? folder : string.Create(CultureInfo.InvariantCulture, $"{folder}{attachment.Line}/");
                var name = folder + attachment.Name;
                using var open = OpenArchive.Over(attachment.Bytes, new ArchiveEntry(name, attachment.Bytes.Length, attachment.NotAfter), expansion);
                Take(open, open.Walk is ZipWalk ? $"{file.Path}:{name}" : file.Path, Mention.InFolder, expansion, attachment.NotAfter);
            }
        }

        private void Take(OpenArchive archive, string path, Mention mention, Expansion expansion, NodaTime.Instant? notAfter)
        {
            var read = new List<InnerScan>();
            var listing = ArchiveListing.Read(archive, path, mention, expansion, (log, bytes) =>
            {
                var scanner = owner.NewScanner();
                if (notAfter is not null)
                {
                    scanner.Scan.Clock.BeginPart(notAfter);
                }

                read.Add(new InnerScan(log, Read(log.File, bytes, scanner), scanner));
                onRead();
            });
            Problems.AddRange(listing.Problems);

            // Of two of one name the last counts, as unpacking would leave it.
            Scans.AddRange(listing.Logs.Select(log => read.Find(scan => ReferenceEquals(scan.Log.File, log.File))!));
        }

        private SourceScan Read(SourceFile log, ByteSource bytes, FileScanner scanner)
        {
            using var reader = new DocumentReader(BlockReader.From(log.Path, bytes, firstLine: 1, leavesRest: false), scanner.Judge);
            var block = new LineBlock();
            while (ReadBlock(reader, block, scanner, cancel))
            {
            }

            scanner.Finish();
            return new SourceScan(log, scanner.Scan, reader, [], []);
        }
    }
}
