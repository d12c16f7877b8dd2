using System.Buffers;
using System.Buffers.Text;

namespace LogSerialAudit.Lines;

/// <content>The forms that are looked for only where none of the common ones is there.</content>
public sealed partial class EnvelopeReader
{
    private static readonly SearchValues<byte> Monotonic = SearchValues.Create(" .<>0123456789"u8);

    /// <summary>Whether a line may begin here, by a few bytes.</summary>
    internal static bool CanBegin(ReadOnlySpan<byte> text) =>
        text.Length >= 15 && (StampReader.Probe(text) != StampForm.None || text[0] is (byte)'<' or (byte)'{' or (byte)'[' || RareForm(text) != StampForm.None || IsSeconds(text));

    /// <summary>Whether ten digits and a blank stand here, which could be any number.</summary>
    private static bool IsSeconds(ReadOnlySpan<byte> text) => text.Length > 11 && text[10] == ' ' && UnixStamp.TryRead(text, out _, out var length) && length == 10;

    private void ReadRare(ReadOnlySpan<byte> line, ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        if (text.Length < 15)
        {
            return;
        }

        if (char.IsAsciiDigit((char)line[0]) && TryFrame(line, out var frame))
        {
            // What is in the frame begins with <PRI>, so this goes no deeper.
            Read(frame, out envelope);
            return;
        }

        // The short names of months have the same width in some languages, by a blank before them; and what is shown of a log is often indented.
        text = text.TrimStart(" \t"u8);
        var form = text.Length < line.Length && StampReader.Probe(text) is var usual and not StampForm.None ? usual : RareForm(text);
        if (form != StampForm.None && StampReader.TryRead(form, text, out _, out var length) && (length == text.Length || text[length] is (byte)' ' or (byte)'\t'))
        {
            ReadBehindRare(form, text, length, ref envelope);
        }
        else if (_slashes.FormOf(text, out var clock) is var slashed && clock > 0)
        {
            ReadSlashed(slashed, text, clock, ref envelope);
        }
        else if (IsSeconds(text) && TryReadTag(text[11..], needsHost: true, ref envelope))
        {
            // Seconds without a fraction could be any number: what follows has to be a server's line.
            envelope.StampForm = StampForm.Unix;
            envelope.StampText = text;
        }
        else if (text.StartsWith("["u8) && (ServerPrefix.TryReadBracket(text, ref envelope) || TryReadBracketed(text, ref envelope)))
        {
            return;
        }
        else if (text.StartsWith("["u8) && TryMonotonic(text, out var rest))
        {
            // journalctl -o short-monotonic: seconds since a boot that the line does not name.
            envelope.Message = rest;
            ReadSyslog(rest, ref envelope);
        }
        else if (IsTagOfServer(text, out var tag) && tag.HasPid)
        {
            // What is cut out of a log to be shown.
            Take(tag, ref envelope);
        }
        else if (TimeOfDayLength(text) is > 0 and var time)
        {
            // A time without a day, as a log is often shown to others: no date can be made of it.
            envelope.Message = text[time..].TrimStart((byte)' ');
            ReadSyslog(envelope.Message, ref envelope);
        }
    }

    /// <summary>
    /// Reads a line of a server that has a header of its own behind the one of a relay, or of a container's runtime, that did not know it for
    /// one; as a rule with other stamps, and always with another host.
    /// </summary>
    private void ReadRelayed(ref Envelope envelope)
    {
        var text = PriorityWord.Skip(WithoutPriority(envelope.Message));
        var inner = default(Envelope);
        if (text.StartsWith("1 "u8) ? Rfc5424.TryRead(text[2..], ref inner) && _programs.Contains(inner.Program) : TryReadHeader(text, ref inner))
        {
            inner.IsSyslog = true;
            inner.JoinOuter(envelope);
            envelope = inner;
        }
    }

    /// <summary>
    /// Reads the name of a log stream before a line that has a stamp of its own, as <c>aws logs tail</c> writes it: in such a name there is neither a blank
    /// nor a colon, so it is no tag.
    /// </summary>
    private void ReadOfStream(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        var blank = text.IndexOf((byte)' ');
        if (blank <= 0 || text[..blank].Contains((byte)':'))
        {
            return;
        }

        var line = text[(blank + 1)..];
        var inner = default(Envelope);
        if (line.StartsWith("["u8) ? !ServerPrefix.TryReadBracket(line, ref inner) : !TryReadHeader(line, ref inner) && !TryReadStamped(line, ref inner))
        {
            return;
        }

        inner.JoinOuter(envelope);
        inner.Host = inner.Host.IsEmpty ? text[..blank] : inner.Host;
        envelope = inner;
    }

    /// <summary>Reads a line that begins with a full date of the server's own and a blank, behind which the message stands.</summary>
    private static bool TryReadStamped(ReadOnlySpan<byte> line, ref Envelope envelope)
    {
        var form = StampReader.Probe(line);
        if (form is not (StampForm.Bind or StampForm.Iso) || !StampReader.TryRead(form, line, out _, out var length) || length >= line.Length || line[length] != ' ')
        {
            return false;
        }

        envelope.StampForm = form;
        envelope.StampText = line;
        envelope.Message = line[(length + 1)..];
        envelope.ImpliedProgram = form == StampForm.Iso && ServerPrefix.IsKnot(line[..length], envelope.Message) ? "knotd"u8 : default;
        return true;
    }

    /// <summary>Reads a stamp, perhaps a host, and the tag of a server that is known.</summary>
    private bool TryReadHeader(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        var form = StampReader.Probe(text);
        if (form is not (StampForm.Classic or StampForm.Iso) || StampEnd(form, text) is var end && end < 0)
        {
            return false;
        }

        if (!TryReadTag(text[end..].TrimStart((byte)' '), needsHost: false, ref envelope))
        {
            return false;
        }

        envelope.StampForm = form;
        envelope.StampText = text;
        return true;
    }

    /// <summary>Reads a host, which may be missing where it is not needed, and the tag of a server that is known.</summary>
    private bool TryReadTag(ReadOnlySpan<byte> text, bool needsHost, ref Envelope envelope)
    {
        if (needsHost || !IsTagOfServer(text, out var tag))
        {
            var blank = text.IndexOf((byte)' ');
            if (blank <= 0 || !IsTagOfServer(text[(blank + 1)..], out tag))
            {
                return false;
            }

            envelope.Host = text[..blank];
        }

        Take(tag, ref envelope);
        return true;
    }

    private bool IsTagOfServer(ReadOnlySpan<byte> text, out SyslogTag tag) => SyslogTag.TryRead(text, out tag) && _programs.Contains(tag.Program);

    /// <summary>
    /// Takes a year behind a classic stamp for a part of it, as some devices write it (rsyslog's <c>detect.YearAfterTimestamp</c>), where host and tag follow:
    /// a host may have such a name.
    /// </summary>
    private static bool TryReadYearBehind(ReadOnlySpan<byte> rest, ref Envelope envelope)
    {
        if (rest.Length < 9 || rest[4] != ' ' || !rest.StartsWith("20"u8) || rest[5..].IndexOf((byte)' ') is not (> 0 and var host)
            || rest[host + 4] is (byte)':' or (byte)']' || !SyslogTag.TryRead(rest[(host + 6)..], out var tag) || !StampReader.TryRead(StampForm.YearLast, envelope.StampText, out _, out _))
        {
            return false;
        }

        envelope.StampForm = StampForm.YearLast;
        envelope.Host = rest.Slice(5, host);
        Take(tag, ref envelope);
        return true;
    }

    /// <summary>
    /// OpenWrt's <c>logread</c> behind its stamp: <c>[1559210736.123] </c> with the option <c>-t</c>, facility and severity, and the tag, without a host
    /// (<c>ubox log/logread.c</c>).
    /// </summary>
    private static bool TryReadLogread(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        var counted = text.StartsWith("["u8) ? text[1..] : default;
        var isCounted = UnixStamp.TryRead(counted, out _, out var length) && counted[length..].StartsWith("] "u8);
        var rest = isCounted ? counted[(length + 2)..] : text;
        var tagged = PriorityWord.Skip(rest);
        if (tagged.Length == rest.Length || !SyslogTag.TryRead(tagged, out var tag))
        {
            return false;
        }

        if (isCounted)
        {
            envelope.StampForm = StampForm.Unix;
            envelope.StampText = counted;
        }

        Take(tag, ref envelope);
        return true;
    }

    /// <summary>AIX' <c>Message forwarded from HOST: </c> before the tag of a line that another machine sent.</summary>
    private bool TryReadForwarded(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        var colon = text.IndexOf((byte)':');
        if (colon <= 0 || !text[colon..].StartsWith(": "u8) || text[..colon].Contains((byte)' ')
            || !SyslogTag.TryRead(text[(colon + 2)..], out var tag) || !Trusted(tag))
        {
            return false;
        }

        envelope.Host = text[..colon];
        Take(tag, ref envelope);
        return true;
    }

    private static ReadOnlySpan<byte> Forwarded => "Message forwarded from "u8;

    /// <summary>The length of <c>20:39:25 </c> or <c>20:39:25.482 </c>; 0 where there is none.</summary>
    private static int TimeOfDayLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 9 || !char.IsAsciiDigit((char)text[0]) || text[2] != ':' || !Utf8Parser.TryParse(text, out TimeSpan time, out var length, 'c') || length < 8 || time.Days > 0)
        {
            return 0;
        }

        return length < text.Length && text[length] == ' ' ? length : 0;
    }

    private static StampForm RareForm(ReadOnlySpan<byte> text)
    {
        if ((text.Length > 17 && text[10] == '.' && char.IsAsciiDigit((char)text[0])) || (text.Length > 25 && text[0] == '@' && text[25] == ' '))
        {
            return StampForm.Unix;
        }

        return StampReader.ProbeFull(text) ? StampForm.Full
            : StampReader.ProbeYearLast(text) ? StampForm.YearLast
            : StampReader.ProbeYearFirst(text) ? StampForm.YearFirst
            : StampReader.ProbeMail(text) ? StampForm.Mail
            : StampReader.ProbeBasic(text) ? StampForm.Basic
            : StampReader.NamedDayLength(text) > 0 ? StampForm.Named
            : StampForm.None;
    }

    /// <summary>
    /// RFC 6587 section 3.4.1: the length of the frame in bytes, a blank, and the frame. One that goes on in the next line is
    /// read as far as the line goes; a line with more frames than one is none.
    /// </summary>
    private static bool TryFrame(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> frame)
    {
        frame = default;
        if (!Utf8Parser.TryParse(line, out int length, out var digits) || digits > 6 || line.Length < digits + 5
            || line[digits] != ' ' || line[digits + 1] != '<')
        {
            return false;
        }

        frame = line[(digits + 1)..];
        return length >= frame.Length && WithoutPriority(frame).Length < frame.Length;
    }

    /// <summary><c>journalctl -o with-unit</c> has <c>named.service</c> or <c>named@internal.service</c> where others have <c>named</c>.</summary>
    private static ReadOnlySpan<byte> WithoutUnit(ReadOnlySpan<byte> program)
    {
        if (!program.EndsWith(".service"u8))
        {
            return program;
        }

        var instance = program.IndexOf((byte)'@');
        return program[..(instance > 0 ? instance : program.Length - ".service".Length)];
    }

    private static bool TryMonotonic(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> rest)
    {
        rest = default;
        var close = text[..Math.Min(text.Length, 48)].IndexOf((byte)']');
        if (close < 8 || close + 2 >= text.Length || text[close + 1] != ' ' || !text[..close].Contains((byte)'.')
            || text[1..close].ContainsAnyExcept(Monotonic))
        {
            return false;
        }

        rest = text[(close + 2)..];
        return true;
    }
}
