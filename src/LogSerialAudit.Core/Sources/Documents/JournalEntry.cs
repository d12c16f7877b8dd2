using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LogSerialAudit.Sources.Documents;

/// <summary>The fields of one journal entry that make a log line (systemd.journal-fields(7)); of all others nothing is kept.</summary>
internal sealed class JournalEntry
{
    private const int LongestMessage = 64 * 1024;
    private const int LongestName = 256;
    private const long MostMicroseconds = 253_402_300_799_999_999; // the year 9999

    private static readonly string[] Names =
        ["_SOURCE_REALTIME_TIMESTAMP", "__REALTIME_TIMESTAMP", "_HOSTNAME", "SYSLOG_IDENTIFIER", "_COMM", "_PID", "SYSLOG_PID", "MESSAGE"];

    private static readonly byte[][] NameBytes = [.. Names.Select(Encoding.ASCII.GetBytes)];

    private readonly byte[][] _values = [.. Names.Select((_, field) => new byte[field == Message ? LongestMessage : LongestName])];
    private readonly int[] _lengths = new int[Names.Length];
    private byte[] _line = [];
    private byte[] _stamp = [];
    private int _current = -1;

    private const int Message = 7;

    /// <summary>Whether a field can be called so: capital letters, digits and underscores, at most 64 of them.</summary>
    public static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterUpper((char)letter) && !char.IsAsciiDigit((char)letter) && letter != '_')
            {
                return false;
            }
        }

        return name.Length is > 0 and <= 64;
    }

    /// <summary>The number of the line that the message begins in.</summary>
    public long MessageLine { get; private set; }

    /// <summary>Whether it has no field yet.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Begins a field. Of one that stands twice the last counts.</summary>
    public void Begin(ReadOnlySpan<byte> name, long line)
    {
        IsEmpty = false;
        _current = -1;
        for (var field = 0; field < NameBytes.Length && _current < 0; field++)
        {
            _current = name.SequenceEqual(NameBytes[field]) ? field : -1;
        }

        if (_current >= 0)
        {
            _lengths[_current] = 0;
        }

        MessageLine = _current == Message ? line : MessageLine;
    }

    /// <summary>Adds to the value of the field; past a bound it is cut.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        if (_current < 0)
        {
            return;
        }

        var room = _values[_current].AsSpan(_lengths[_current]);
        value = value[..Math.Min(value.Length, room.Length)];
        value.CopyTo(room);
        _lengths[_current] += value.Length;
    }

    /// <summary>The time as it is written before the entry, for want of a field with it.</summary>
    public void SetStamp(ReadOnlySpan<byte> stamp) => _stamp = [.. stamp, (byte)' '];

    /// <summary>
    /// The entry as <c>TIME HOST IDENT[PID]: MESSAGE</c>, the time in UTC as the program gave it, or else as the journal did.
    /// False where it has no message or no time.
    /// </summary>
    public bool TryMakeLine(out ReadOnlySpan<byte> line)
    {
        line = default;
        var time = (Time(0) ?? Time(1)) is { } microseconds ? Encoding.ASCII.GetBytes(microseconds) : _stamp;
        if (_lengths[Message] == 0 || time.Length == 0)
        {
            return false;
        }

        var identifier = _lengths[3] > 0 ? Value(3) : _lengths[4] > 0 ? Value(4) : "unknown"u8;
        var pid = _lengths[5] > 0 ? Value(5) : Value(6);
        var length = 0;
        Append(time, ref length, isWord: false);
        Append(_lengths[2] > 0 ? Value(2) : "localhost"u8, ref length, isWord: true);
        _line[length++] = (byte)' ';
        Append(identifier, ref length, isWord: true);
        if (Utf8Parser.TryParse(pid, out uint _, out var digits) && digits == pid.Length)
        {
            Append("["u8, ref length, isWord: true);
            Append(pid, ref length, isWord: true);
            Append("]"u8, ref length, isWord: true);
        }

        Append(": "u8, ref length, isWord: false);
        var begin = length;
        Append(Value(Message), ref length, isWord: false);
        _line.AsSpan(begin, length - begin).Replace((byte)'\n', (byte)' ');
        line = _line.AsSpan(0, length);
        return true;
    }

    /// <summary>Makes it ready for the next entry.</summary>
    public void Clear()
    {
        Array.Clear(_lengths);
        (_current, IsEmpty, _stamp) = (-1, true, []);
    }

    private ReadOnlySpan<byte> Value(int field) => _values[field].AsSpan(0, _lengths[field]);

    /// <summary>Microseconds since 1970 as a stamp with a blank behind it; null where the field has none.</summary>
    private string? Time(int field) =>
        Utf8Parser.TryParse(Value(field), out long microseconds, out var digits) && digits == _lengths[field] && microseconds is >= 0 and <= MostMicroseconds
            ? DateTime.UnixEpoch.AddTicks(microseconds * 10).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z '", CultureInfo.InvariantCulture)
            : null;

    /// <summary>Appends text; in a word nothing may stand that ends words.</summary>
    private void Append(ReadOnlySpan<byte> text, ref int length, bool isWord)
    {
        if (_line.Length < length + text.Length + 8)
        {
            Array.Resize(ref _line, (length + text.Length + 8) * 2);
        }

        foreach (var letter in text)
        {
            _line[length++] = isWord && letter <= ' ' ? (byte)'_' : letter;
        }
    }
}
