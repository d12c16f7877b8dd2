using System.Text;
using LogSerialAudit.Messages.Language;
using LogSerialAudit.Sources.Documents;
using NodaTime;
using Sprache;

namespace LogSerialAudit.Evidence.Soa;

/// <summary>Walks through a transcript: finds the records, and joins them with the lines that tell of server and time.</summary>
/// <param name="source">What is read.</param>
/// <param name="localZone">The zone of times that say nothing of theirs.</param>
/// <param name="errors">Takes what can't be understood.</param>
internal sealed class SoaReader(SoaSource source, DateTimeZone localZone, RepeatedErrors errors)
{
    /// <summary>Lines of one record at most: <c>+multiline</c> takes seven, and mail programs wrap.</summary>
    private const int MostLines = 12;

    /// <summary>A longer line has no record that is meant to be read.</summary>
    private const int LongestLine = 4096;

    private const int MostAnswers = 100_000;
    private const int LinesOfHead = 12;

    private readonly List<SoaAnswer> _answers = [];
    private readonly QuotedDates _dates = new();
    private AnswerBlock _block = new();
    private AskingCommand? _command;
    private int _mails;
    private long _lines;
    private long _skipsUntil;
    private long _linesOfServer;
    private bool _isFull;

    /// <summary>The answers so far.</summary>
    public IReadOnlyList<SoaAnswer> Answers => _answers;

    /// <summary>Lines that are part of an answer or tell something of it.</summary>
    public long UnderstoodLines { get; private set; }

    /// <summary>Reads all lines.</summary>
    public void Read(IEnumerable<QuotedLine> lines)
    {
        _dates.Begin(0, null);
        var ahead = new Queue<QuotedLine>(MostLines + 1);
        foreach (var line in lines)
        {
            ahead.Enqueue(line);
            if (ahead.Count > MostLines)
            {
                Take(ahead);
            }
        }

        while (ahead.Count > 0)
        {
            Take(ahead);
        }

        EndBlock();
    }

    /// <summary>Takes the first of some lines; the others may go on with it.</summary>
    private void Take(Queue<QuotedLine> lines)
    {
        _lines++;
        var line = lines.Dequeue();
        if (_lines <= _skipsUntil || line.Text.Length is 0 or > LongestLine)
        {
            return;
        }

        SeeDate(line);
        if (AskingCommand.In(line.Text) is { } command)
        {
            EndBlock();
            (_command, _block.HasHeader) = (command, line.Text[0] == ';');
        }
        else if (!TakeContext(line) && !TakeRecord(line, lines))
        {
            return;
        }

        UnderstoodLines++;
    }

    /// <summary>A mail bounds the times of what it has.</summary>
    private void SeeDate(QuotedLine line)
    {
        if (line.Depth == 0 && line.Column == 0 && line.Text.StartsWith("From ", StringComparison.Ordinal) && line.Text.Contains(':', StringComparison.Ordinal))
        {
            _dates.Begin(++_mails, null);
        }

        var bytes = Encoding.UTF8.GetBytes(line.Text);
        _dates.See(bytes, line.Depth);
        if (_lines <= LinesOfHead)
        {
            _dates.SeeHead(bytes);
        }
    }

    private bool TakeContext(QuotedLine line)
    {
        var input = new LineInput(line.Text, 0);
        if (!AnswerLines.MayBegin(line.Text))
        {
            return false;
        }

        if (AnswerLines.IsHeader(line.Text))
        {
            if (!_block.IsEmpty || _block.HasFooter)
            {
                EndBlock();
            }

            _block.HasHeader = true;
        }
        else if (line.Text == AnswerLines.DomainServer)
        {
            EndBlock();
            _linesOfServer = _lines + 2;
        }
        else if (_lines <= _linesOfServer && AnswerLines.DomainServerLine(input) is { WasSuccessful: true } given)
        {
            (_block.Server, _block.ServerToo) = (_block.ServerToo, given.Value);
        }
        else if (AnswerLines.ServerAfter(input) is { WasSuccessful: true } after)
        {
            (_block.Server, _block.ServerToo) = after.Value;
            _block.HasFooter = true;
        }
        else if (AnswerLines.Nameserver(input) is { WasSuccessful: true } nameserver)
        {
            EndBlock();
            _block.Server = nameserver.Value;
        }
        else if (AnswerLines.ResponseAddress(input) is { WasSuccessful: true } address)
        {
            _block.Server = address.Value;
        }
        else if (AnswerLines.Flags(input) is { WasSuccessful: true } flags)
        {
            _block.IsAuthoritative = flags.Value;
        }
        else if (AnswerLines.When(input) is { WasSuccessful: true } when)
        {
            TakeTime(line, when.Remainder.Position);
        }
        else
        {
            return false;
        }

        return true;
    }

    private void TakeTime(QuotedLine line, int start)
    {
        _block.HasFooter |= line.Text[0] == ';';
        var time = TimeGrammar.Any(new LineInput(line.Text, start));
        if (time.WasSuccessful)
        {
            var at = time.Value.In(localZone, out var isSure);
            _block.Asked = (at, isSure && !time.Value.LacksZone ? AnswerTime.Asked : AnswerTime.AskedZoneUnsure);
        }
        else
        {
            errors.Add(new EvidenceError(line.Source.File, line.Source.Line, line.Column + start + 1, "not a time such as Sat Nov 28 02:03:42 UTC 2026"));
        }
    }

    private bool TakeRecord(QuotedLine first, Queue<QuotedLine> others)
    {
        if (!HasType(first.Text) && !(others.TryPeek(out var second) && HasType(second.Text)) && !SoaGrammar.MayBeShort(first.Text))
        {
            return false;
        }

        // A list item of YAML is quoted.
        var yaml = first.Text.StartsWith("- '", StringComparison.Ordinal) && first.Text.EndsWith('\'');
        var text = new WrappedLines(yaml ? [first with { Text = first.Text[3..^1], Column = first.Column + 3 }] : [first, .. others]);
        var input = new LineInput(text.Text, 0);
        var (parser, isSure) = FormOf(input);
        if (parser is null)
        {
            return false;
        }

        var result = parser(input);
        if (result.WasSuccessful)
        {
            // The lines that it goes on in are taken with it.
            var more = text.LinesBefore(result.Remainder.Position);
            (_skipsUntil, UnderstoodLines) = (_lines + more, UnderstoodLines + more);
            Add(result.Value, first);
            return true;
        }

        // What ends after the type is the question.
        if (isSure && text.Text.AsSpan(result.Remainder.Position).Trim().Length > 0)
        {
            var (line, column) = text.PlaceOf(result.Remainder.Position);
            errors.Add(new EvidenceError(line.Source.File, line.Source.Line, column, $"expected {string.Join(" or ", result.Expectations.Distinct())}"));
        }

        return false;
    }

    /// <summary>Which form of record begins here, and whether it must be one, so that a fault in it is said.</summary>
    private static (Parser<SoaStatement>? Parser, bool IsSure) FormOf(LineInput input) =>
        SoaGrammar.Head(input) is { WasSuccessful: true } head ? (SoaGrammar.Record, head.Value.IsSure)
        : SoaGrammar.HasHead(input).WasSuccessful ? (SoaGrammar.Has, true)
        : input.Source.StartsWith("SOA ", StringComparison.Ordinal) ? (SoaGrammar.Search, input.Source.Contains(" from server ", StringComparison.Ordinal))
        : SoaGrammar.ShortHead(input).WasSuccessful ? (SoaGrammar.Short, true)
        : (null, false);

    private static bool HasType(string line) => line.Contains("SOA", StringComparison.OrdinalIgnoreCase);

    private void Add(SoaStatement statement, QuotedLine line)
    {
        if (statement.Zone is "" && source.Zone is "" && _command is not { Zone.Length: > 0 })
        {
            errors.Add(new EvidenceError(line.Source.File, line.Source.Line, line.Column + 1, "this record has no zone, and no command before it tells it: name it, as ZONE=FILE"));
            return;
        }

        if (_answers.Count >= MostAnswers)
        {
            if (!_isFull)
            {
                errors.Add(new EvidenceError(source.Path, 0, 0, $"only the first {MostAnswers} answers are read"));
            }

            _isFull = true;
            return;
        }

        if (_block.HasFooter || statement.Server.Length > 0)
        {
            EndBlock();
        }

        var zone = statement.Zone.Length > 0 ? statement.Zone : source.Zone.Length > 0 ? source.Zone : _command!.Zone;
        var (name, address) = AnswerBlock.NameAndAddress(statement.Server, statement.ServerToo);
        var (asked, datedBy) = source.Asked is { } stated ? (stated, AnswerTime.Stated)
            : _dates.PartAt(line.Depth).NotAfter is { } mail ? (mail, AnswerTime.MailDate)
            : (FileTime(line.Source.File), AnswerTime.FileTime);
        _block.Add(new SoaAnswer(ZoneFiles.ZoneHistory.NameOf(zone), statement.Soa, name, address, asked, datedBy, null, line.Source));
    }

    private static Instant? FileTime(string path)
    {
        var time = File.GetLastWriteTimeUtc(path);
        return time.Year > 1980 ? Instant.FromDateTimeUtc(time) : null;
    }

    private void EndBlock()
    {
        _answers.AddRange(_block.Close(_command));
        _block = new AnswerBlock();
    }
}
