using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using NodaTime.Text;

namespace LogSerialAudit.Sources.Documents;

/// <summary>
/// A table of log lines as CSV, as search engines for logs export them: a column has the line or the message (Splunk's <c>_raw</c>,
/// <c>message</c>, <c>@message</c>), others may have its time, host, program and process. Each record becomes a line of JSON with the names of the
/// columns; a message of several lines becomes several. Records are kept together by their quotes, within a bound.
/// </summary>
internal sealed class CsvTable(ILineJudge judge, LineQueue output) : Document(DocumentForm.CsvTable)
{
    /// <summary>No name is longer.</summary>
    private const int LongestName = 64;

    /// <summary>No host, program or time is longer.</summary>
    private const int LongestValue = 256;

    private const string Raw = "_raw";

    /// <summary>What Azure puts behind the name of a column of times that do not say so themselves.</summary>
    private const string Utc = " [utc]";
    private const string Separators = ",;\t";
    private static readonly DocumentPart Whole = new(0, null);
    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFF");

    /// <summary>How Kibana shows a time, and a spreadsheet of a country that writes dots.</summary>
    private static readonly LocalDateTimePattern[] Times =
        [LocalDateTimePattern.CreateWithInvariantCulture("MMM d, uuuu '@' HH:mm:ss.fff"), LocalDateTimePattern.CreateWithInvariantCulture("dd.MM.uuuu HH:mm:ss")];

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The names of a column of messages, best first.</summary>
    private static readonly string[] Messages = [Raw, "message", "@message", "msg", "log", "SyslogMessage"];

    /// <summary>What PowerShell, the event viewer and Azure call a column that others call by a name known in JSON, in small letters.</summary>
    private static readonly Dictionary<string, string> Names = new()
    {
        ["timecreated"] = "time",
        ["date and time"] = "time",
        ["timegenerated"] = "time",
        [$"timegenerated{Utc}"] = "time",
        ["machinename"] = "host",
        ["computer"] = "host",
        ["providername"] = "program",
        ["processname"] = "program",
        ["processid"] = "pid",
    };

    private readonly List<byte> _text = [];
    private readonly ArrayBufferWriter<byte> _line = new();
    private string[]? _columns;
    private char? _separator;
    private int _message;
    private int _utc;

    /// <summary>How much of the text is whole records.</summary>
    private int _whole;

    /// <summary>The number of the line that the text begins with, and of that where its last record begins.</summary>
    private (long Text, long Record) _number;
    private bool _isQuoted;

    /// <summary>Whether a source begins with the names of such columns.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => SeparatorOf(head) is not null;

    /// <summary>What stands between the names of such columns: a comma, a semicolon, or a tab. Excel says it before them, <c>sep=;</c>.</summary>
    private static char? SeparatorOf(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        if (end > 0 && head.StartsWith(Separates))
        {
            head = head[(end + 1)..];
            end = head.IndexOf((byte)'\n');
        }

        if (end <= 0)
        {
            return null;
        }

        var line = Encoding.UTF8.GetString(head[..end]);
        foreach (var separator in Separators)
        {
            var names = line.Split(separator).Select(name => name.Trim('"', ' ', '\r')).ToList();
            if (names.TrueForAll(IsName) && names.Exists(name => Messages.Contains(name, StringComparer.OrdinalIgnoreCase)) && (names.Count > 1 || line.TrimEnd('\r').Trim('"') == Raw))
            {
                return separator;
            }
        }

        return null;
    }

    public override void Take(ReadOnlySpan<byte> block, long firstLine)
    {
        base.Take(block, firstLine);
        Flush();
    }

    public override void Miss(long bytes)
    {
        if (_text.Count > 0)
        {
            Drop("is in a record with a line that is too long to be looked at");
        }
    }

    public override void End()
    {
        if (_text.Count > 0)
        {
            Drop("begins a record that does not end, which is left out");
        }
    }

    protected override void TakeLine(ReadOnlySpan<byte> line, long number)
    {
        if (_text.Count == 0)
        {
            _number.Text = number;
        }

        if (_text.Count == _whole)
        {
            _number.Record = number;
        }

        _text.AddRange(line);
        _isQuoted ^= (line.Count((byte)'"') & 1) != 0;
        if (!_isQuoted)
        {
            _whole = _text.Count;
        }
        else if (_text.Count - _whole > LineBlock.Capacity)
        {
            Flush();
            Drop("begins a record that is too long to be looked at");
        }
    }

    /// <summary>A name of letters, digits and some signs, as columns have it.</summary>
    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && !name.AsSpan().ContainsAnyExcept(NameLetters) && !char.IsAsciiDigit(name[0]);

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.@:{}()[] ");

    private static ReadOnlySpan<byte> Separates => "sep="u8;

    /// <summary>A time that no log writes so, as a log would write it; all else as it is.</summary>
    private static string CellOf(string cell)
    {
        foreach (var pattern in Times)
        {
            if (pattern.Parse(cell).TryGetValue(default, out var time))
            {
                return Written.Format(time);
            }
        }

        return cell;
    }

    private void Drop(string why)
    {
        Summary = Summary.With($"line {_number.Record} {why}");
        _text.Clear();
        (_whole, _isQuoted) = (0, false);
    }

    /// <summary>Reads the records that are whole.</summary>
    private void Flush()
    {
        if (_whole == 0 || (_separator ??= SeparatorOf(CollectionsMarshal.AsSpan(_text))) is not { } separator)
        {
            return;
        }

        var first = _number.Text;
        var records = CollectionsMarshal.AsSpan(_text)[.._whole].ToArray();
        using var csv = CsvReader.Create(records, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = separator,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = record => Summary = Summary.With($"line {first + record.LineNumber - 1} has a quote within a field; the record is left out"),
        });
        while (csv.Read())
        {
            var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
            if (_columns is null)
            {
                if (!cells[0].StartsWith("sep=", StringComparison.Ordinal))
                {
                    Begin(cells);
                }
            }
            else
            {
                Add(cells, first + csv.LineNumber - 1);
            }
        }

        _number.Text = _number.Record;
        _text.RemoveRange(0, _whole);
        _whole = 0;
    }

    /// <summary>Takes the names of the columns. Graylog calls the host a source; Splunk calls the file so.</summary>
    private void Begin(string[] names)
    {
        _columns = [.. names.Select(name => name.Trim()).Select(name => name.Any(char.IsAsciiLetterLower) ? name.ToLowerInvariant() : name)];
        _message = Messages.Select(name => Array.FindIndex(_columns, column => column.Equals(name, StringComparison.OrdinalIgnoreCase))).First(column => column >= 0);
        _utc = Array.FindIndex(_columns, column => column.EndsWith(Utc, StringComparison.Ordinal));
        for (var column = 0; column < _columns.Length; column++)
        {
            if (Names.TryGetValue(_columns[column], out var name) && !_columns.Contains(name))
            {
                _columns[column] = name;
            }
        }

        if (_columns[_message] != Raw && !_columns.Any(column => column is "host" or "hostname" or "HOST") && Array.IndexOf(_columns, "source") is >= 0 and var source)
        {
            _columns[source] = "host";
        }
    }

    private void Add(string[] cells, long number)
    {
        Summary = Summary with { Messages = Summary.Messages + 1 };
        if (_message >= cells.Length)
        {
            return;
        }

        var kept = Enumerable.Range(0, Math.Min(cells.Length, _columns!.Length)).Where(column => column != _message && IsKept(column, cells[column])).ToList();
        var isFirst = true;
        foreach (var message in cells[_message].Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0))
        {
            _line.ResetWrittenCount();
            using (var writer = new Utf8JsonWriter(_line, Plain))
            {
                writer.WriteStartObject();
                var said = isFirst || !judge.Judge(Encoding.UTF8.GetBytes(message)).HasFlag(LineTraits.Stamped) ? kept : [.. kept.Where(column => !IsTime(column))];
                said.ForEach(column => writer.WriteString(_columns[column], column == _utc && !cells[column].EndsWith('Z') ? $"{CellOf(cells[column])} UTC" : CellOf(cells[column])));
                writer.WriteString("message", message);
                writer.WriteEndObject();
            }

            output.Add(_line.WrittenSpan, number, Whole);

            isFirst = false;
        }
    }

    /// <summary>The time of a record is that of its first line, and of those behind it that have none of their own.</summary>
    private bool IsTime(int column) => _columns![column].Contains("time", StringComparison.OrdinalIgnoreCase);

    /// <summary>Of columns of one name the first counts; what is said in two ways is the message.</summary>
    private bool IsKept(int column, string cell) =>
        cell.Length is > 0 and <= LongestValue && !Messages.Contains(_columns![column]) && Array.IndexOf(_columns, _columns[column]) == column;
}
