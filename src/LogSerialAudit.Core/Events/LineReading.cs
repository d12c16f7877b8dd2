using System.Text;
using LogSerialAudit.Lines;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Events;

/// <summary>
/// One line taken apart as <see cref="FileScanner"/> does it, with all that the scanner looks at and lets go. For single
/// lines: everything is copied.
/// </summary>
public sealed class LineReading
{
    private LineReading(string form) => Form = form;

    /// <summary>The form of what stands around the message, in a few words.</summary>
    public string Form { get; }

    /// <summary>How the stamp is written that counts: BIND's own where the syslog daemon's has no year.</summary>
    public StampForm StampForm { get; private set; }

    /// <summary>The stamp that counts; it does not exist where the line has none, or one that is no valid time.</summary>
    public Stamp Stamp { get; private set; }

    /// <summary>The stamp that counts, as written; empty where there is none.</summary>
    public string StampText { get; private set; } = "";

    /// <summary>
    /// Whether day and month of the stamp could be exchanged, as in <c>10/07/2025</c>: then the line alone has no <see cref="Stamp"/>, and
    /// <see cref="StampText"/> is what could be two days.
    /// </summary>
    public bool IsExchangeable { get; private set; }

    /// <summary>The host; empty where the line names none.</summary>
    public string Host { get; private set; } = "";

    /// <summary>The program as the line writes it; empty where it names none.</summary>
    public string Program { get; private set; } = "";

    /// <summary>The server whose messages come into question (<c>bind</c>); empty where that is any.</summary>
    public string Server { get; private set; } = "";

    /// <summary>The process number; 0 where the line has none.</summary>
    public uint Pid { get; private set; }

    /// <summary>BIND's category (<c>print-category</c>); empty where the line has none.</summary>
    public string Category { get; private set; } = "";

    /// <summary>BIND's severity (<c>print-severity</c>); empty where the line has none.</summary>
    public string Severity { get; private set; } = "";

    /// <summary>The message, without anything around it.</summary>
    public ReadOnlyMemory<byte> Message { get; private set; }

    /// <summary>How often the line says that its message came; 1 where it does not say.</summary>
    public uint Count { get; private set; } = 1;

    /// <summary>Whether the line only says that the one before it came again.</summary>
    public bool IsRepetition { get; private set; }

    /// <summary>Whether the line is of a program whose messages are known, or of a log that names no program.</summary>
    public bool IsServers { get; private set; }

    /// <summary>Whether an entry of the catalogue matches the message, whoever wrote it; then <see cref="Match"/> says which.</summary>
    public bool HasMatch { get; private set; }

    /// <summary>What the catalogue finds in the message.</summary>
    public MessageMatch Match { get; private set; }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="catalogue">The messages to know.</param>
    public static LineReading Of(ReadOnlySpan<byte> line, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        line = line.TrimEnd((byte)'\r').Trim((byte)0);
        var bytes = line.ToArray();
        var programs = new ProgramNames(catalogue.Programs);
        new EnvelopeReader(programs).Read(bytes, out var plain);
        var lines = new LineReader(programs);
        var number = 1L;
        var isWhole = lines.Read(bytes, ref number, out var envelope) || lines.TryFinish(out _, out envelope);
        envelope = isWhole ? envelope : plain;
        var form = FormOf(bytes, envelope);
        var reading = new LineReading(envelope.StampForm == StampForm.Unread || envelope.Message.SequenceEqual(plain.Message) ? form : $"{form}, in {AroundOf(bytes)}") { IsServers = lines.IsServer(envelope) };
        reading.ReadMessage(envelope, catalogue);
        return reading;
    }

    private void ReadMessage(Envelope envelope, Catalogue catalogue)
    {
        IsRepetition = RepeatedMessage.IsLastRepeated(envelope.Message, out var times);
        Count = IsRepetition ? times : RepeatedMessage.Unwrap(ref envelope);
        var message = envelope.Message;
        ServerPrefix.Strip(ref envelope);
        ReadPrefix(message[..^envelope.Message.Length]);
        (Host, Program, Pid) = (LogText.Decode(envelope.Host), LogText.Decode(envelope.Program), envelope.Pid);
        Server = catalogue.ForProgram(envelope.Program.IsEmpty ? envelope.ImpliedProgram : envelope.Program)?.Server ?? "";
        (StampForm, Stamp) = (envelope.StampForm, envelope.ReadStamp());
        if (StampReader.TryRead(envelope.StampForm, envelope.StampText, out _, out var length))
        {
            StampText = LogText.Decode(envelope.StampText[..length]);
            if (Stamp.ZoneWord == ZoneWord.Other && StampReader.TryRead(envelope.OuterForm, envelope.OuterText, out _, out length))
            {
                StampText = $"{LogText.Decode(envelope.OuterText[..length])}, and {StampText}";
            }
        }
        else if (envelope.StampForm == StampForm.None && StampReader.TryRead(StampForm.MonthFirst, envelope.StampText, out var either, out length) && either.IsExchangeable)
        {
            (IsExchangeable, StampText) = (true, LogText.Decode(envelope.StampText[..length]));
        }

        var bytes = envelope.Message.ToArray();
        var match = default(MessageMatch);
        envelope.Message = bytes;
        HasMatch = LineScanner.TryMatch(catalogue, envelope, ref match);
        (Message, Match) = (bytes, match);
    }

    /// <summary><c>25-May-2019 09:23:51.482 general: info: </c>, or a part of it.</summary>
    private void ReadPrefix(ReadOnlySpan<byte> prefix)
    {
        if (StampReader.TryRead(StampReader.Probe(prefix), prefix, out _, out var length))
        {
            prefix = prefix[length..];
        }

        foreach (var word in Encoding.UTF8.GetString(prefix).Split(": ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var isSeverity = word is "info" or "notice" or "warning" or "error" or "critical"
                || word.StartsWith("debug ", StringComparison.Ordinal) || word.StartsWith("level ", StringComparison.Ordinal);
            (Category, Severity) = isSeverity ? (Category, word) : (word, Severity);
        }
    }

    /// <summary>What stands around a line that is no line by itself.</summary>
    private static string AroundOf(ReadOnlySpan<byte> line) =>
        line.TrimStart((byte)0x1e) is [(byte)'{', ..] ? "JSON" : "what another program wrote around it";

    private static string FormOf(ReadOnlySpan<byte> line, in Envelope envelope)
    {
        var priority = line.StartsWith("<"u8) ? line.IndexOf((byte)'>') + 1 : 0;
        return (envelope.StampForm, envelope.IsSyslog) switch
        {
            (_, true) when line[priority..].StartsWith("1 "u8) => "RFC 5424",
            (StampForm.Classic, true) => "classic syslog (RFC 3164)",
            (StampForm.Iso, true) => "syslog with an ISO 8601 stamp",
            (StampForm.Named, true) => "syslog with a month in another language",
            (StampForm.Full, true) => "journalctl -o short-full",
            (StampForm.Unix, true) => "syslog with seconds since 1970",
            (StampForm.YearLast, true) => "syslog with the year behind the time",
            (StampForm.DayFirst, true) => "syslog with a date of slashes, the day first",
            (StampForm.MonthFirst, true) => "syslog with a date of slashes, the month first",
            (StampForm.Mail, true) => "syslog with a date as mails have it (RFC 2822)",
            (StampForm.Basic, true) => "syslog with an ISO 8601 stamp in the basic format",
            (StampForm.YearFirst, true) => "syslog with the year before the month",
            (StampForm.Unread, true) => "syslog with a date that is not read",
            (StampForm.Unread, false) => "a date that is not read, no host or program",
            (StampForm.None, true) when !envelope.StampText.IsEmpty => "syslog with a date of slashes",
            (_, true) => "syslog",
            (StampForm.None, false) when !envelope.StampText.IsEmpty => "a date of slashes, no host or program",
            (StampForm.None, false) => "none: the line is all message",
            (StampForm.Classic, false) => "a classic stamp, no host or program",
            (StampForm.Iso, false) => "an ISO 8601 stamp, no host or program",
            (StampForm.Mail, false) => "a date as mails have it (RFC 2822), no host or program",
            (StampForm.Svlogd, _) => "svlogd's stamp, in UTC",
            (StampForm.Basic, false) => "an ISO 8601 stamp in the basic format, no host or program",
            (StampForm.Bind, false) => "BIND's own stamp, no host or program",
            _ => "a server's own stamp, no host or program",
        };
    }
}
