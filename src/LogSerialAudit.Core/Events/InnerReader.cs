using System.Globalization;
using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Archives;
using LogSerialAudit.Sources.Codecs;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Events;

/// <summary>Reads the logs that are found within a source that can be read once.</summary>
internal sealed class InnerReader(SourceReader owner, SourceFile file, Action onRead, CancellationToken cancel)
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
        var read = new Dictionary<SourceFile, InnerScan>(ReferenceEqualityComparer.Instance);
        var listing = ArchiveListing.Read(archive, path, mention, expansion, (log, bytes) =>
        {
            var scanner = owner.NewScanner();
            if (notAfter is not null)
            {
                scanner.Scan.Clock.BeginPart(notAfter);
            }

            read.Add(log.File, new InnerScan(log, Read(log.File, bytes, scanner)));
            onRead();
        });
        Problems.AddRange(listing.Problems);

        // Of two of one name the last counts, as unpacking would leave it.
        Scans.AddRange(listing.Logs.Select(log => read[log.File]));
    }

    private SourceScan Read(SourceFile log, ByteSource bytes, FileScanner scanner)
    {
        using var reader = new DocumentReader(BlockReader.From(log.Path, bytes, firstLine: 1, leavesRest: false), scanner.Judge);
        var block = owner.Rent();
        while (reader.Read(block, cancel))
        {
            scanner.Read(block);
        }

        owner.GiveBack(block);
        scanner.Finish();
        scanner.Scan.Gzip = reader.Source.GzipHeader;
        var scan = new SourceScan(log, scanner.Scan, reader, [], []);
        scan.Close();
        return scan;
    }
}
