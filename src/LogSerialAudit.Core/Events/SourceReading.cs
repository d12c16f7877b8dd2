using LogSerialAudit.Sources;
using LogSerialAudit.Sources.Codecs;
using LogSerialAudit.Sources.Documents;

namespace LogSerialAudit.Events;

/// <summary>A source that is being read and scanned, block by block, by whichever thread.</summary>
internal sealed class SourceReading : IDisposable
{
    /// <summary>So many blocks of a log make one <see cref="FoundLines"/> at most, which costs memory of its own.</summary>
    private const int MostBlocks = 16;

    private readonly SourceFile _file;
    private readonly FileScanner _scanner;
    private readonly BlockReader _blocks;
    private readonly DocumentReader _reader;
    private readonly InnerReader _inner;
    private readonly Expansion _expansion;
    private readonly CancellationToken _cancel;
    private readonly SourceReader _owner;
    private LineBlock? _block;
    private bool _isRead;
    private bool _isFinished;

    /// <summary>Opens a source.</summary>
    /// <param name="file">The source.</param>
    /// <param name="scanner">The scanner that will take what is found.</param>
    /// <param name="owner">Reads the logs within it, and lends the block to read into.</param>
    /// <param name="blocks">Its bytes.</param>
    /// <param name="onInner">Called where a log within it was read.</param>
    /// <param name="cancel">Ends the reading.</param>
    public SourceReading(SourceFile file, FileScanner scanner, SourceReader owner, BlockReader blocks, Action<long>? onInner, CancellationToken cancel)
    {
        (_file, _scanner, _owner, _blocks, _block, _cancel) = (file, scanner, owner, blocks, owner.Rent(), cancel);
        _reader = new DocumentReader(blocks, scanner.Judge, file.Start is not null) { Attachments = [] };
        _inner = new InnerReader(owner, file, () => onInner?.Invoke(blocks.RawBytes), cancel);
        _expansion = new Expansion(file.ExpandLimit, () => blocks.RawBytes);
    }

    /// <summary>Scans the next block, or several of a log where little is found in them; behind the last one, what still waited for more.</summary>
    /// <param name="into">Takes what is found; what it held is forgotten.</param>
    /// <returns>False where there is no more.</returns>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public bool Next(FoundLines into)
    {
        if (_isFinished || _block is null)
        {
            return false;
        }

        into.Clear();
        var (blocks, goesOn) = (0, true);
        while (goesOn && !_isRead)
        {
            if (!_reader.Read(_block, _cancel))
            {
                _isRead = true;
                break;
            }

            _scanner.Lines.Scan(_block, into);
            _inner.Take(_reader.Attachments!, _expansion);
            blocks++;
            goesOn = blocks < MostBlocks && into.IsSmall && _block is { Part: null, LineNumbers: null };
        }

        if (blocks == 0)
        {
            _isFinished = true;
            _inner.Take(_reader.Attachments!, _expansion);
            if (_blocks.Archive is { } archive)
            {
                _inner.Take(archive, _expansion);
            }

            _scanner.Lines.Finish(into);
        }

        (into.RawBytes, into.Gzip) = (_blocks.RawBytes, _reader.Source.GzipHeader);
        return true;
    }

    /// <summary>What was read, when all of it was and the scanner has taken it.</summary>
    public SourceScan Conclude() => new(_file, _scanner.Scan, _reader, _inner.Scans, _inner.Problems);

    /// <summary>Closes the source.</summary>
    public void Dispose()
    {
        _reader.Dispose();
        _blocks.Dispose();
        if (_block is { } block)
        {
            _block = null;
            _owner.GiveBack(block);
        }
    }
}
