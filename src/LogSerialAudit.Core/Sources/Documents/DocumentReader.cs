namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// Reads a source as blocks of log lines, whichever way they stand in it. A log's blocks pass through untouched; of another
/// form the log lines are delivered, each with the number of the line of the source that it begins in.
/// </summary>
public sealed class DocumentReader : IDisposable
{
    private readonly ILineJudge _judge;
    private readonly LineQueue _queue = new();
    private readonly Queue<HeadBlock> _head = [];
    private readonly Queue<HeadBlock> _ahead = [];
    private Document? _document;
    private LineBlock? _own;
    private bool _isBegun;
    private bool _isEnded;
    private bool _hasLearnt;
    private long _nextByte;

    /// <summary>Makes a reader over a source; it is disposed of with the reader.</summary>
    /// <param name="source">The source, not yet read from.</param>
    /// <param name="judge">Who tells log lines from other text.</param>
    /// <param name="isLog">Whether it is known to be a log, and so is not judged by its beginning.</param>
    public DocumentReader(BlockReader source, ILineJudge judge, bool isLog = false) => (Source, _judge, _isBegun) = (source, judge, isLog);

    /// <summary>Packed attachments of mails that were read; null where they are not to be. They are to be taken after each read.</summary>
    internal Queue<Attachment>? Attachments { get; init; }

    /// <summary>The source.</summary>
    public BlockReader Source { get; }

    /// <summary>What was found in a document so far; null for a log.</summary>
    public DocumentSummary? Summary => _document is null ? null : _document.Summary with { LogLines = _queue.Count };

    /// <summary>
    /// The account of the source, with its lines as they are in its text: where a line of base64 holds several lines, these
    /// are counted.
    /// </summary>
    public ReadTotals Totals => Source.Totals with { Lines = Source.Totals.Lines + (_document?.Summary.ExtraLines ?? 0) };

    /// <summary>Fills <paramref name="block"/> with the next log lines; false, and an empty block, when there are no more.</summary>
    /// <param name="block">Any block.</param>
    /// <param name="cancel">Looked at before each read.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public bool Read(LineBlock block, CancellationToken cancel = default)
    {
        if (!_hasLearnt)
        {
            _hasLearnt = true;
            return Learn(block, cancel);
        }

        return Deliver(_ahead, block) || ReadNext(block, cancel);
    }

    /// <summary>Closes the source.</summary>
    public void Dispose() => Source.Dispose();

    /// <summary>Shows the first blocks to the judge, as far as it wants to see them and no attachment waits, and delivers the first of them.</summary>
    private bool Learn(LineBlock block, CancellationToken cancel)
    {
        var isRead = ReadNext(block, cancel);
        while (isRead && _judge.Learn(block.Span) && Attachments is not { Count: > 0 })
        {
            _ahead.Enqueue(new HeadBlock(block));
            isRead = ReadNext(block, cancel);
        }

        if (isRead && _ahead.Count > 0)
        {
            _ahead.Enqueue(new HeadBlock(block));
        }

        return Deliver(_ahead, block) || isRead;
    }

    private static bool Deliver(Queue<HeadBlock> from, LineBlock block)
    {
        if (!from.TryDequeue(out var head))
        {
            return false;
        }

        head.CopyTo(block);
        return true;
    }

    private bool ReadNext(LineBlock block, CancellationToken cancel)
    {
        (block.LineNumbers, block.Part) = (null, null);
        if (!_isBegun && Begin(block, cancel))
        {
            return true;
        }

        if (_document is not null)
        {
            return ReadDocument(block, cancel);
        }

        return Deliver(_head, block) || Source.Read(block, cancel);
    }

    /// <summary>
    /// Reads until the form is told. A pipe may give its text in small pieces; more than the head is never waited for. True
    /// where the first block tells that it is a log's, as most do: then it is delivered as it is.
    /// </summary>
    private bool Begin(LineBlock block, CancellationToken cancel)
    {
        _isBegun = true;
        var text = new MemoryStream();
        DocumentForm? form = null;
        while (form is null && Source.Read(block, cancel))
        {
            var isFirst = text.Length == 0;
            if (isFirst && (form = DocumentHead.FormOf(block.Span, isAll: false, _judge)) == DocumentForm.Log)
            {
                return true;
            }

            _head.Enqueue(new HeadBlock(block));
            text.Write(block.Span);
            form = isFirst ? form : DocumentHead.FormOf(text.GetBuffer().AsSpan(0, (int)text.Length), isAll: false, _judge);
        }

        var all = text.GetBuffer().AsSpan(0, (int)text.Length);
        form ??= DocumentHead.FormOf(all, isAll: true, _judge);
        _document = form == DocumentForm.Shown
            ? new ShownText(DocumentOf(DocumentHead.FormOf(ShownText.Clean(all), isAll: true, _judge)), _queue)
            : DocumentOf(form);
        return false;
    }

    /// <summary>The reader of a form; null where it is that of a log.</summary>
    private Document? DocumentOf(DocumentForm? form) => form switch
    {
        DocumentForm.Mail => new Mailbox(_judge, _queue, Attachments),
        DocumentForm.JournalExport => new JournalExport(_queue),
        DocumentForm.JournalVerbose => new JournalVerbose(_queue),
        DocumentForm.SpreadJson => new SpreadJson(_queue),
        DocumentForm.SyslogFrames => new SyslogFrames(_queue),
        DocumentForm.CsvTable => new CsvTable(_judge, _queue),
        DocumentForm.Page => new PageText(_judge, _queue),
        DocumentForm.Text => new PastedText(_judge, _queue),
        _ => null,
    };

    private bool ReadDocument(LineBlock block, CancellationToken cancel)
    {
        _own ??= new LineBlock();
        while (!_queue.Deliver(block))
        {
            if (_isEnded)
            {
                block.Fill(0);
                return false;
            }

            if (_head.TryDequeue(out var head))
            {
                Take(head.Bytes, head.FirstLine, head.FirstByte);
            }
            else if (Source.Read(_own, cancel))
            {
                Take(_own.Span, _own.FirstLine, _own.FirstByte);
            }
            else
            {
                _document!.End();
                _isEnded = true;
            }
        }

        return true;
    }

    private void Take(ReadOnlySpan<byte> lines, long firstLine, long firstByte)
    {
        if (firstByte > _nextByte)
        {
            _document!.Miss(firstByte - _nextByte);
        }

        _document!.Take(lines, firstLine);
        _nextByte = firstByte + lines.Length;
    }

    /// <summary>A block that was read before it is delivered.</summary>
    private sealed class HeadBlock(LineBlock block)
    {
        private readonly long[]? _lineNumbers = block.LineNumbers?[..block.LineCount];
        private readonly DocumentPart? _part = block.Part;

        public byte[] Bytes { get; } = block.Span.ToArray();

        public long FirstLine { get; } = block.FirstLine;

        public long FirstByte { get; } = block.FirstByte;

        public void CopyTo(LineBlock other)
        {
            Bytes.CopyTo(other.Buffer, 0);
            other.Fill(Bytes.Length);
            (other.FirstLine, other.FirstByte, other.LineNumbers, other.Part) = (FirstLine, FirstByte, _lineNumbers, _part);
        }
    }
}
