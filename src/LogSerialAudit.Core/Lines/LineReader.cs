using System.Buffers.Text;

namespace LogSerialAudit.Lines;

/// <summary>
/// Takes the lines of one file apart, also where something is around a line: JSON, logfmt, a container's runtime, the name of a
/// container or pod, what grep writes before it. A line in one of the forms of <see cref="EnvelopeReader"/> costs no more than
/// there; only what is in none of them is looked at further. Lines that a runtime has cut are put together again.
/// </summary>
public sealed class LineReader
{
    /// <summary>docker's json-file driver cuts lines at 16 KiB.</summary>
    private const int DockerPart = 16_000;

    /// <summary>So many places in a line are tried for the end of what grep writes.</summary>
    private const int MostTries = 8;

    private readonly EnvelopeReader _plain;
    private readonly JsonLineReader _json = new();
    private readonly LogfmtReader _logfmt = new();
    private readonly PartialLine _output = new();
    private readonly PartialLine _error = new();
    private bool _dockerKeepsLineEnds;

    /// <summary>Makes a reader for one file that knows the given programs by name.</summary>
    public LineReader(ProgramNames programs) => _plain = new EnvelopeReader(programs);

    /// <summary>What <see cref="EnvelopeReader.KnownHost"/> says of the last line; 0 where something stood around it.</summary>
    internal int KnownHost { get; private set; }

    /// <inheritdoc cref="EnvelopeReader.Slashes"/>
    internal SlashDates Slashes { get => _plain.Slashes; set => _plain.Slashes = value; }

    /// <summary>Whether a line of this envelope can be a server's.</summary>
    public bool IsServer(in Envelope envelope) => _plain.IsServer(envelope);

    /// <summary>Takes a line apart.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="number">Its number; afterwards that of its first part.</param>
    /// <param name="envelope">The parts; valid until the next line is read.</param>
    /// <returns>False where the line is not read by itself: it is a part that goes on, or too long.</returns>
    public bool Read(ReadOnlySpan<byte> line, scoped ref long number, out Envelope envelope)
    {
        _plain.Read(line, out envelope);
        KnownHost = _plain.KnownHost;
        if (envelope.StampForm == StampForm.Iso)
        {
            return envelope.Message is [.., (byte)'}'] && !envelope.IsSyslog ? ReadFluentd(ref number, ref envelope)
                : !IsOfStream(envelope.Message) || ReadCri(canHold: true, ref number, ref envelope);
        }

        if (envelope.StampForm == StampForm.None && !envelope.IsSyslog && line.Length > 1)
        {
            var isWhole = ReadWrapped(line, isInner: false, ref number, ref envelope);
            ReadUnread(ref envelope);
            return isWhole;
        }

        return true;
    }

    /// <summary>At last: what has no form may still begin with a date that is none.</summary>
    private void ReadUnread(ref Envelope envelope)
    {
        if (envelope.StampForm == StampForm.None && !envelope.IsSyslog && envelope.StampText.IsEmpty)
        {
            _plain.ReadUnread(envelope.Message, ref envelope);
        }
    }

    /// <inheritdoc cref="EnvelopeReader.HasHead"/>
    internal bool HasHead(ReadOnlySpan<byte> line, int head, out int message)
    {
        message = 0;
        return KnownHost > 0 && _plain.HasHead(line, head, out message);
    }

    /// <inheritdoc cref="EnvelopeReader.IsOfOtherProgram"/>
    internal bool IsOfOtherProgram(ReadOnlySpan<byte> line) => KnownHost > 0 && _plain.IsOfOtherProgram(line);

    /// <inheritdoc cref="EnvelopeReader.CountOfOtherPrograms"/>
    internal int CountOfOtherPrograms(ReadOnlySpan<byte> text, int start, ReadOnlySpan<int> ends, ref NearStamp near) =>
        _plain.CountOfOtherPrograms(text, start, ends, ref near);

    /// <summary>At the end of the file: a line whose last part never came.</summary>
    public bool TryFinish(out long number, out Envelope envelope)
    {
        foreach (var held in new[] { _output, _error })
        {
            if (held.IsBegun)
            {
                number = held.Number;
                if (held.TryTake())
                {
                    ReadHeld(held, out envelope);
                    return true;
                }
            }
        }

        number = 0;
        envelope = default;
        return false;
    }

    private bool ReadWrapped(ReadOnlySpan<byte> line, bool isInner, scoped ref long number, ref Envelope envelope)
    {
        var json = line[0] == 0x1e ? line[1..] : line.StartsWith("data: {"u8) ? line[6..] : line;
        if (!json.IsEmpty && JsonLineReader.LooksLikeOne(json))
        {
            return !_json.TryRead(json, out var fields) || ReadFields(fields, canHold: !isInner, ref number, ref envelope);
        }

        if (LogfmtReader.LooksLikeOne(line) && _logfmt.TryRead(line, out var pairs))
        {
            return ReadFields(pairs, canHold: !isInner, ref number, ref envelope);
        }

        if (LinePrefix.TryContainer(line, out var name, out var rest))
        {
            _plain.Read(rest, out envelope);
            envelope.Host = envelope.Host.IsEmpty ? name : envelope.Host;
            return true;
        }

        if (LinePrefix.TryPodAndContainer(line, out name, out rest))
        {
            _plain.Read(rest, out envelope);
            envelope.Host = envelope.Host.IsEmpty ? name : envelope.Host;
            return true;
        }

        if (!isInner)
        {
            ReadOnlySpan<byte> host = default;
            if (LinePrefix.TryMarks(line, out rest) || LinePrefix.TryHost(line, out host, out rest))
            {
                _plain.Read(rest, out var shown);
                if (shown.StampForm != StampForm.None)
                {
                    envelope = shown;
                    envelope.Host = envelope.Host.IsEmpty ? host : envelope.Host;
                    envelope.Head = 0;
                    return true;
                }
            }

            ReadBehindGrep(line, ref number, ref envelope);
        }

        return true;
    }

    private void ReadBehindGrep(ReadOnlySpan<byte> line, scoped ref long number, ref Envelope envelope)
    {
        var tries = 0;
        for (var at = LinePrefix.NextGrep(line, 0); at > 0 && tries < MostTries; at = LinePrefix.NextGrep(line, at))
        {
            var rest = line[at..];
            if (!EnvelopeReader.CanBegin(rest))
            {
                continue;
            }

            tries++;
            _plain.Read(rest, out var inner);
            if (inner.StampForm == StampForm.None && !inner.IsSyslog)
            {
                ReadWrapped(rest, isInner: true, ref number, ref inner);
            }
            else if (inner.StampForm == StampForm.Iso && IsOfStream(inner.Message))
            {
                ReadCri(canHold: false, ref number, ref inner);
            }

            if (inner.StampForm != StampForm.None)
            {
                envelope = inner;
                envelope.Within = LinePrefix.FileOf(line[..at]);
                envelope.Head = 0;
                return;
            }
        }
    }

    private bool ReadFields(in JsonLine json, bool canHold, scoped ref long number, ref Envelope envelope)
    {
        envelope.StampForm = json.TimeForm is not StampForm.None and var form ? form : _plain.FormOfSlashed(json.Time);
        envelope.StampText = envelope.StampForm == StampForm.None ? default : json.Time;
        envelope.Host = json.Host;
        var message = json.Message.TrimEnd("\r\n"u8);
        if (json.Program.IsEmpty)
        {
            var isPart = IsPart(json, json.Message.Length > message.Length);
            return ReadPart(message, json.Stream, isPart, canHold && json.Host.IsEmpty, ref number, ref envelope);
        }

        envelope.IsSyslog = true;
        envelope.Program = json.Program;
        envelope.Pid = Utf8Parser.TryParse(json.Pid, out uint pid, out var read) && read == json.Pid.Length ? pid : 0;
        envelope.Message = message.TrimStart((byte)' ');
        if (SyslogTag.TryRead(json.Program, out var tag))
        {
            envelope.Program = tag.Program;
            envelope.Pid = tag.HasPid ? tag.Pid : envelope.Pid;
        }

        ContainerTag.Take(ref envelope);
        return true;
    }

    /// <summary>docker's own files end each whole line with a line end within the string; others that use its names need not.</summary>
    private bool IsPart(in JsonLine json, bool endsWithLine)
    {
        _dockerKeepsLineEnds |= endsWithLine;
        return json.Part.SequenceEqual("P"u8)
            || (json.Part.IsEmpty && !json.Stream.IsEmpty && !endsWithLine && (_dockerKeepsLineEnds || json.Message.Length >= DockerPart));
    }

    private static bool IsOfStream(ReadOnlySpan<byte> text) => text.StartsWith("std"u8);

    /// <summary>Fluentd's files have a time, its tag and an object, with tabs between them; in the object there may be another time.</summary>
    private bool ReadFluentd(ref long number, scoped ref Envelope envelope)
    {
        var text = envelope.Message;
        var tab = text.IndexOf((byte)'\t');
        var json = text[(tab + 1)..];
        if (tab <= 0 || text[..tab].Contains((byte)' ') || !JsonLineReader.LooksLikeOne(json) || !_json.TryRead(json, out var fields))
        {
            return true;
        }

        var outer = envelope;
        ReadFields(fields, canHold: false, ref number, ref envelope);
        envelope.JoinOuter(outer);
        return true;
    }

    /// <summary>The Container Runtime Interface's <c>STAMP stdout|stderr F|P TEXT</c>: whole lines and parts.</summary>
    private bool ReadCri(bool canHold, scoped ref long number, ref Envelope envelope)
    {
        var text = envelope.Message;
        var stream = text[..Math.Min(text.Length, 6)];
        if (text.Length < 8 || text[6] != ' ' || !(stream.SequenceEqual("stdout"u8) || stream.SequenceEqual("stderr"u8))
            || text[7] is not ((byte)'F' or (byte)'P') || (text.Length > 8 && text[8] is not ((byte)' ' or (byte)':')))
        {
            return true;
        }

        var blank = text[7..].IndexOf((byte)' ');
        return ReadPart(blank < 0 ? default : text[(blank + 8)..], stream, text[7] == 'P', canHold, ref number, ref envelope);
    }

    private bool ReadPart(ReadOnlySpan<byte> text, ReadOnlySpan<byte> stream, bool isPart, bool canHold, scoped ref long number, ref Envelope envelope)
    {
        var held = stream.SequenceEqual("stderr"u8) ? _error : _output;
        if (canHold && (isPart || held.IsBegun))
        {
            held.Add(text, envelope, number);
            if (isPart)
            {
                return false;
            }

            number = held.Number;
            ReadHeld(held, out envelope);
            return held.TryTake();
        }

        ReadInner(text, ref envelope);
        return true;
    }

    private void ReadHeld(PartialLine held, out Envelope envelope)
    {
        envelope = default;
        envelope.StampForm = held.StampForm;
        envelope.StampText = held.StampText;
        ReadInner(held.Text, ref envelope);
    }

    /// <summary>Reads what a program itself wrote; of its stamp and the one around it the stronger counts, and the outer of two that are as strong.</summary>
    private void ReadInner(ReadOnlySpan<byte> text, ref Envelope envelope)
    {
        _plain.Read(text, out var inner);
        ReadUnread(ref inner);
        inner.JoinOuter(envelope);
        envelope = inner;
    }
}
