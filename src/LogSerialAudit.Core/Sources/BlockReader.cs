using LogSerialAudit.Sources.Codecs;

namespace LogSerialAudit.Sources;

/// <summary>
/// Reads a source as blocks of whole lines, plain or compressed, and accounts for every byte of it. A regular file is read up to the
/// length it had when it was opened: what is written to it meanwhile belongs to the next run. What is wrong with a source
/// is never thrown; it ends the lines and stands in <see cref="Damage"/>.
/// </summary>
public sealed class BlockReader : IDisposable
{
    private readonly IDisposable? _owned;
    private readonly ByteSource? _source;
    private readonly bool _isEager;
    private readonly LineCutter _cutter;

    private BlockReader(string name, ByteSource? source, IDisposable? owned)
    {
        (Name, _source, _owned) = (name, source, owned);
        _cutter = new LineCutter(source, isEager: false);
    }

    private BlockReader(string name, ByteSource source, LineCutter cutter, IDisposable? owned) => (Name, _source, _cutter, _owned) = (name, source, cutter, owned);

    private BlockReader(string name, Stream? stream, long? length, bool isEager, ExpandLimit limit)
    {
        (Name, _owned, _isEager) = (name, stream, isEager);
        try
        {
            _source = stream is null ? null : ByteSource.Over(stream, length, new Expansion(limit));
        }
        catch (IOException error)
        {
            Damage = new Damage(DamageKind.ReadError, ProblemSeverity.Error, null, 0, $"{name}: reading failed at byte 0: {error.Message.TrimEnd('.')}");
        }

        _cutter = new LineCutter(_source, isEager);
    }

    /// <summary>The path, as given.</summary>
    public string Name { get; }

    /// <summary>What is wrong with the source; final once <see cref="Read"/> has returned false. Null where nothing is.</summary>
    public Damage? Damage { get; private set; }

    /// <summary>Where the source turned out to be an archive that comes through a pipe: the archive, to be read by members. Then there are no lines.</summary>
    internal ByteSource? Archive => _cutter.Archive;

    /// <summary>The accounts so far.</summary>
    public ReadTotals Totals => _cutter.Totals;

    /// <summary>The compression, by the first bytes; <see cref="ContentKind.Text"/> where there is none.</summary>
    public ContentKind Packing => _source?.Packing ?? ContentKind.Text;

    /// <summary>The header of the first gzip member, known after the first <see cref="Read"/>; null where there is none.</summary>
    public GzipHeader? GzipHeader => _source?.Header;

    /// <summary>Bytes taken from the file itself so far, compressed or not: a measure of progress beside its size.</summary>
    public long RawBytes => _source?.RawPosition ?? 0;

    /// <summary>Opens a source. Never throws for what is wrong with it: then there are no lines and <see cref="Damage"/> says why.</summary>
    /// <param name="file">What to open.</param>
    /// <param name="standardInput">What to read where <paramref name="file"/> is standard input; it is left open.</param>
    /// <param name="archives">Where members of archives are opened; null to walk through the archive anew.</param>
    /// <exception cref="ArgumentNullException"><paramref name="file"/> is standard input and there is none.</exception>
    public static BlockReader Open(SourceFile file, Stream? standardInput = null, ArchiveCursor? archives = null)
    {
        if (file.Start is { } start)
        {
            return start.Open();
        }

        if (file.Member is not null)
        {
            return OpenMember(file, archives);
        }

        if (file.Kind == SourceKind.StandardInput)
        {
            ArgumentNullException.ThrowIfNull(standardInput);
            return new BlockReader(file.Path, new Unowned(standardInput), null, isEager: true, file.ExpandLimit);
        }

        if (file.Journal is { } journal)
        {
            return OpenJournal(file.Path, journal);
        }

        var stream = SourceOpener.TryOpen(file.Path, out var sentence);
        var length = stream is { CanSeek: true } ? stream.Length : (long?)null;
        var reader = new BlockReader(file.Path, stream, length, isEager: length is null, file.ExpandLimit);
        if (stream is null)
        {
            reader.Fail(DamageKind.NotOpened, sentence!);
        }

        return reader;
    }

    private static BlockReader OpenMember(SourceFile file, ArchiveCursor? archives)
    {
        var own = archives is null ? new ArchiveCursor() : null;
        var reader = new BlockReader(file.Path, (archives ?? own)!.Open(file, out var sentence), own);
        if (sentence is not null)
        {
            reader.Fail(DamageKind.NotOpened, sentence);
        }

        return reader;
    }

    private static BlockReader OpenJournal(string path, JournalQuery journal)
    {
        var output = CommandOutput.TryStart("journalctl", journal.Arguments, out var sentence);
        var reader = new BlockReader(path, output, null, isEager: false, ExpandLimit.Default);
        if (output is null)
        {
            reader.Fail(
                DamageKind.NotOpened,
                $"{path}: {sentence}; where the journal can be read: journalctl {string.Join(' ', journal.Arguments)} > FILE, then name FILE");
        }

        return reader;
    }

    /// <summary>Reads a part of a log from where the source stands, to its end.</summary>
    /// <param name="name">What it is called in sentences.</param>
    /// <param name="source">The text; it is disposed of with the reader.</param>
    /// <param name="firstLine">The number of the line that the source stands at.</param>
    /// <param name="leavesRest">Whether a last line without its end is left for another time.</param>
    /// <param name="owned">The program that gives the text, whose complaints are told; disposed of with the reader. Null where there is none.</param>
    internal static BlockReader From(string name, ByteSource source, long firstLine, bool leavesRest, CommandOutput? owned = null) =>
        new(name, source, new LineCutter(source, isEager: false, firstLine, leavesRest), owned);

    /// <summary>Reads any stream from where it stands, to its end; it is disposed of with the reader.</summary>
    /// <param name="stream">Bytes, plain or compressed. A seekable one allows to say more of damage.</param>
    /// <param name="name">What it is called in sentences.</param>
    /// <param name="limit">How far it may expand; null for the default.</param>
    public static BlockReader Over(Stream stream, string name, ExpandLimit? limit = null) => new(name, stream, null, isEager: false, limit ?? ExpandLimit.Default);

    /// <summary>Fills <paramref name="block"/> with the next whole lines; false, and an empty block, when there are no more.</summary>
    /// <param name="block">Any block; it need not be the one of the last call.</param>
    /// <param name="cancel">Looked at before each read. A read that waits for a pipe's writer is not interrupted.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public bool Read(LineBlock block, CancellationToken cancel = default)
    {
        if (Damage is null && _cutter.Next(block, cancel))
        {
            return true;
        }

        block.Fill(0);
        Conclude();
        return false;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _cutter.Dispose();
        _source?.Dispose();
        _owned?.Dispose();
    }

    private bool IsPacked => Packing != ContentKind.Text;

    private void Conclude()
    {
        if (Damage is not null || Archive is not null)
        {
            return;
        }

        if (_owned is CommandOutput { Complaint: { } complaint } command)
        {
            // What it leaves out is missing here too: journals that may not be read, damaged ones.
            Damage = new Damage(DamageKind.ReadError, command.HasFailed ? ProblemSeverity.Error : ProblemSeverity.Warning, null, Totals.BytesRead, $"{Name}: {complaint}");
        }
        else if (_cutter.Refused is { } kind)
        {
            Fail(DamageKind.NotText, NotTextSentence(kind));
        }
        else if (_source?.Fault is { } fault)
        {
            var garbage = fault.Kind == DamageKind.TrailingGarbage;
            long? offset = IsPacked ? fault.Offset : null;
            Damage = new Damage(fault.Kind, garbage ? ProblemSeverity.Warning : ProblemSeverity.Error, offset, Totals.BytesRead, FaultSentence(fault, garbage));
        }
    }

    private string NotTextSentence(ContentKind kind)
    {
        var what = $"{Name}: {(IsPacked ? $"holds, within {Content.NameOf(Packing)}, " : "is ")}{Content.Describe(kind)}";
        return Content.UnpackCommand(kind, IsPacked || _isEager ? "FILE" : Name) is { } command
            ? $"{what}, which is not read; convert it first: {command}"
            : $"{what}, not a text log";
    }

    private string FaultSentence(SourceFault fault, bool isWhole)
    {
        var text = $"{Name}: {fault.Text}";
        if (isWhole)
        {
            return text;
        }

        var after = IsPacked || fault.Kind == DamageKind.ReadError ? $", after {Totals.BytesRead} bytes of text" : "";
        var cut = Totals.UnreadableBytes > 0 ? $"; 1 cut line ({Totals.UnreadableBytes} {(Totals.UnreadableBytes == 1 ? "byte" : "bytes")}) left out" : "";
        return text + after + cut + (fault.MayLackText ? "; the last lines before it may be missing" : "");
    }

    private void Fail(DamageKind kind, string sentence) =>
        Damage = new Damage(kind, ProblemSeverity.Error, null, Totals.BytesRead, sentence);

    /// <summary>A stream that someone else closes.</summary>
    private sealed class Unowned(Stream stream) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer) => stream.Read(buffer);

        public override int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
