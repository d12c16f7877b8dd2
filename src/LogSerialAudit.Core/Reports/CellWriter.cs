using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using LogSerialAudit.Events;
using LogSerialAudit.Reports.Markup;
using LogSerialAudit.Reports.Redacting;
using LogSerialAudit.Serials;
using NodaTime;

namespace LogSerialAudit.Reports;

/// <summary>
/// Writes the cells of tables in one format. Columns call the cell methods, each exactly once a row;
/// <see cref="TableWriter{TRow}"/> calls the rest. Nothing is allocated for a cell. Not thread-safe.
/// </summary>
public abstract class CellWriter : IDisposable
{
    private const int MostOfShort = 256;
    private readonly ArrayBufferWriter<byte> _safe = new(256);
    private readonly ArrayBufferWriter<byte> _utf8 = new(256);
    private readonly byte[] _room = new byte[TextShape.MostBytes];
    private readonly byte[] _short = new byte[MostOfShort];
    private readonly byte[] _time = new byte[TimeText.MaxLength];
    private readonly TimeText _times;
    private readonly Redaction? _redaction;

    private protected CellWriter(TableOptions options) => (_times, _redaction) = (new TimeText(options.LocalZone, options.Dates), options.Redaction);

    /// <summary>How many cells the current row has so far.</summary>
    internal int Cells { get; private set; }

    /// <summary>A writer for <paramref name="format"/>.</summary>
    /// <param name="format">The format.</param>
    /// <param name="stream">Where the bytes go; it stays open.</param>
    /// <param name="options">How the tables are written.</param>
    /// <exception cref="ArgumentException">The separator can not be used.</exception>
    public static CellWriter Create(TableFormat format, Stream stream, TableOptions options) => format switch
    {
        TableFormat.Csv => new SeparatedCells(stream, options, options.Separator),
        TableFormat.Tsv => new SeparatedCells(stream, options, '\t'),
        TableFormat.Json => new JsonCells(stream, options, oneObjectALine: false),
        TableFormat.NdJson => new JsonCells(stream, options, oneObjectALine: true),
        TableFormat.Markdown => new MarkdownCells(stream, options),
        TableFormat.Html => new HtmlCells(stream, options),
        TableFormat.Workbook => new WorkbookCells(stream, options),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>An unknown: an empty cell, null in JSON.</summary>
    public void Empty()
    {
        Cells++;
        WriteEmpty();
    }

    /// <summary>UTF-8 text, made safe by <see cref="SafeText"/>; empty text is an unknown.</summary>
    public void Text(ReadOnlySpan<byte> text)
    {
        if (_redaction is null)
        {
            Shown(text);
        }
        else
        {
            Text(Encoding.UTF8.GetString(text));
        }
    }

    /// <summary>Text, made safe by <see cref="SafeText"/>; null and empty text are unknowns.</summary>
    public void Text(string? text) => Shown(text is null ? null : _redaction?.Of(text) ?? text);

    /// <summary>The same for text that was captured from a log or typed, of which a redaction leaves less.</summary>
    public void TextOfOthers(string? text) => Shown(text is null ? null : _redaction?.OfOthers(text) ?? text);

    private void Shown(ReadOnlySpan<byte> text)
    {
        if (!TryShow(text))
        {
            Cells++;
            _safe.ResetWrittenCount();
            SafeText.Write(text, _safe);
            WriteText(_safe.WrittenSpan);
        }
    }

    /// <summary>Shows a text of printable ASCII; with any other nothing is done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryShow(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            Empty();
            return true;
        }

        if (TryWriteAsIs(text))
        {
            Cells++;
            return true;
        }

        return TryShowPlain(text);
    }

    private bool TryShowPlain(ReadOnlySpan<byte> text)
    {
        if (!SafeText.IsPlain(text))
        {
            return false;
        }

        Cells++;
        WriteText(text);
        return true;
    }

    private void Shown(string? text)
    {
        if (text is not null && text.Length <= MostOfShort && Ascii.FromUtf16(text, _short, out var length) == OperationStatus.Done)
        {
            Shown(_short.AsSpan(0, length));
            return;
        }

        _utf8.ResetWrittenCount();
        Encoding.UTF8.GetBytes(text, _utf8);
        Shown(_utf8.WrittenSpan);
    }

    /// <summary>A text that comes again and again.</summary>
    internal virtual void Word(CellWord word) => Text(word.Utf8);

    /// <summary>A text of an event; of printable ASCII no string is made.</summary>
    internal void Text(EventText text)
    {
        if (_redaction is not null || !TryShow(text.Bytes(_room)))
        {
            Text(text.ToString());
        }
    }

    /// <inheritdoc cref="TextOfOthers(string)"/>
    internal void TextOfOthers(EventText text)
    {
        if (_redaction is not null || !TryShow(text.Bytes(_room)))
        {
            TextOfOthers(text.ToString());
        }
    }

    /// <summary>An integer.</summary>
    public void Integer(long value)
    {
        Cells++;
        WriteInteger(value);
    }

    /// <summary>An integer that may be unknown.</summary>
    public void Integer(long? value)
    {
        if (value is { } known)
        {
            Integer(known);
        }
        else
        {
            Empty();
        }
    }

    /// <summary>A serial that may be unknown.</summary>
    public void Serial(SerialNumber? serial)
    {
        if (serial is { } known)
        {
            Integer(known.Value);
        }
        else
        {
            Empty();
        }
    }

    /// <summary>An instant in UTC.</summary>
    /// <param name="instant">The instant; null where it is not known.</param>
    /// <param name="fractionDigits">Digits of the second's fraction, as many as the log has: 0 to 9.</param>
    public void Utc(Instant? instant, int fractionDigits = 0)
    {
        if (instant is { } known)
        {
            Utc(known, fractionDigits);
        }
        else
        {
            Empty();
        }
    }

    /// <inheritdoc cref="Utc(Instant?, int)"/>
    public void Utc(Instant instant, int fractionDigits = 0)
    {
        Cells++;
        WriteTime(instant, fractionDigits, isLocal: false, _times.UtcText(instant, fractionDigits, out var length), length);
    }

    /// <summary>An instant in the local time zone of the options.</summary>
    /// <inheritdoc cref="Utc(Instant?, int)"/>
    public void Local(Instant? instant, int fractionDigits = 0)
    {
        if (instant is not { } known)
        {
            Empty();
            return;
        }

        Cells++;
        WriteTime(known, fractionDigits, isLocal: true, _time, _times.WriteLocal(known, fractionDigits, _time));
    }

    /// <summary>Ends what was begun and writes all that is held back to the stream. No table can follow.</summary>
    public abstract void Complete();

    /// <summary>Writes all complete rows that are held back to the stream, for readers that wait for them.</summary>
    public abstract void Flush();

    /// <summary>Lets go of buffers. What <see cref="Complete"/> has not written may be lost.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    internal void BeginRow()
    {
        Cells = 0;
        OnBeginRow();
    }

    internal abstract void BeginTable(string name, IReadOnlyList<string> columns);

    internal abstract void EndRow();

    internal abstract void EndTable();

    private protected abstract void OnBeginRow();

    /// <summary>Counts a cell that a format writes by itself.</summary>
    private protected void CountCell() => Cells++;

    private protected abstract void WriteEmpty();

    /// <summary>Writes a text that is safe and has nothing to be escaped; false, and nothing written, where it may have.</summary>
    private protected virtual bool TryWriteAsIs(ReadOnlySpan<byte> text) => false;

    private protected abstract void WriteInteger(long value);

    /// <summary>Text that is safe, valid UTF-8 and not empty.</summary>
    private protected abstract void WriteText(ReadOnlySpan<byte> text);

    /// <summary>An instant, for formats that have times of their own.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="fractionDigits">Digits of the second's fraction.</param>
    /// <param name="isLocal">Whether it is shown in the local time zone, else in UTC.</param>
    /// <param name="text">Its text, in room of no less than <see cref="TimeText.MostOfSecond"/> bytes.</param>
    /// <param name="length">How long the text is.</param>
    private protected virtual void WriteTime(Instant instant, int fractionDigits, bool isLocal, ReadOnlySpan<byte> text, int length)
    {
        if (!TryWriteAsIs(text[..length]))
        {
            WriteText(text[..length]);
        }
    }

    /// <summary>Lets go of what a format holds.</summary>
    /// <param name="disposing">Always true.</param>
    protected abstract void Dispose(bool disposing);
}
