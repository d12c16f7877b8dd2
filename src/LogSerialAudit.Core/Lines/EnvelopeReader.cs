namespace LogSerialAudit.Lines;

/// <summary>
/// Finds stamp, host, program and message in a line, whichever of the known ways it was written: classic syslog
/// (RFC 3164), rsyslog's ISO form, RFC 5424, journalctl's text forms, BIND's own channels with or without category and
/// severity, BIND's stamp inside a syslog line, and what other servers write into files of their own. Each line is looked
/// at for itself, so a file may change its form. One reader reads one file.
/// </summary>
public sealed partial class EnvelopeReader
{
    private readonly ProgramNames _programs;
    private bool _namesNoHost;
    private SlashDates _slashes;

    /// <summary>Makes a reader that knows the given programs by name.</summary>
    public EnvelopeReader(ProgramNames programs) => _programs = programs;

    /// <summary>The dates with slashes so far.</summary>
    internal SlashDates Slashes { get => _slashes; set => _slashes = value; }

    /// <summary>Takes a line apart. Never fails: a line without a known form is all message.</summary>
    /// <param name="line">The line without its line end.</param>
    /// <param name="envelope">The parts.</param>
    public void Read(ReadOnlySpan<byte> line, out Envelope envelope)
    {
        envelope = default;
        if (!TryReadKnown(line, ref envelope))
        {
            ReadUnknown(line, ref envelope);
            ContainerTag.Take(ref envelope);
            Remember(line, envelope);
        }
    }

    private void ReadUnknown(ReadOnlySpan<byte> line, ref Envelope envelope)
    {
        envelope.Message = line;
        var text = WithoutPriority(line);
        if (text.StartsWith("1 "u8) && Rfc5424.TryRead(text[2..], ref envelope))
        {
            envelope.IsSyslog = true;
            return;
        }

        var form = StampReader.Probe(text);
        var end = form == StampForm.None ? -1 : StampEnd(form, text);
        if (end >= 0)
        {
            ReadBehindStamp(form, text, end, ref envelope);
        }
        else
        {
            ReadRare(line, text, ref envelope);
        }
    }

    /// <summary>Whether a line of this envelope can be a server's: of a known program, as all remembered heads are, or of a log that names none.</summary>
    public bool IsServer(in Envelope envelope) => envelope.Head > 0 || !envelope.IsSyslog || envelope.IsOfContainer || _programs.Contains(envelope.Program);

    private void ReadBehindStamp(StampForm form, ReadOnlySpan<byte> text, int end, ref Envelope envelope)
    {
        envelope.StampForm = form;
        envelope.StampText = text;
        var rest = text[end..].TrimStart((byte)' ');
        if (form == StampForm.Classic && rest.StartsWith(": "u8))
        {
            // Some devices end their stamp so.
            rest = rest[2..];
        }

        if (StampWords.ZoneLength(rest) is > 0 and var zone)
        {
            // The stamp alone would be another time.
            ReadUndated(rest[zone..].TrimStart(" \t"u8), ref envelope);
            return;
        }

        envelope.Message = rest;
        if (form switch
        {
            StampForm.Classic => TryReadYearBehind(rest, ref envelope) || TryReadBindBehind(rest, ref envelope) || TryReadMetalog(rest, ref envelope),
            StampForm.YearLast => TryReadLogread(rest, ref envelope),
            _ => false,
        })
        {
            return;
        }

        if (rest.StartsWith("\t"u8))
        {
            ReadCells(rest, ref envelope);
            return;
        }

        if (form != StampForm.Bind)
        {
            ReadSyslog(rest, ref envelope);
            if (envelope.Program.IsEmpty)
            {
                ReadRelayed(ref envelope);
                if (form == StampForm.Iso && !envelope.IsSyslog && !TryReadShown(rest, ref envelope))
                {
                    ReadOfStream(rest, ref envelope);
                }
            }
            else if (form == StampForm.Iso && IsLevel(envelope.Host, isOfMac: text[10] == ' '))
            {
                envelope.Host = default;
            }

            if (envelope.Program.IsEmpty)
            {
                ReadBehindPriority(rest, ref envelope);
            }

            if (end == 25 && envelope is { StampForm: StampForm.Iso, Host.IsEmpty: true } && StampReader.TryRead(StampForm.Svlogd, text, out _, out _))
            {
                envelope.StampForm = StampForm.Svlogd;
            }

            if (form == StampForm.Full)
            {
                envelope.Program = WithoutUnit(envelope.Program);
            }
            else if (form == StampForm.Iso && !envelope.IsSyslog && ServerPrefix.IsKnot(text[..end], rest))
            {
                envelope.ImpliedProgram = "knotd"u8;
            }
        }
    }

    private static ReadOnlySpan<byte> WithoutPriority(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || line[0] != '<')
        {
            return line;
        }

        // RFC 3164 section 4.1.1: "<", one to three digits, ">".
        var close = line[..Math.Min(line.Length, 5)].IndexOf((byte)'>');
        return close is > 1 and < 5 && !line[1..close].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            ? line[(close + 1)..]
            : line;
    }

    /// <summary>
    /// Where the stamp ends; -1 where it is none. The common classic one is not read here, so that a month in another
    /// language costs a line its time only.
    /// </summary>
    private static int StampEnd(StampForm form, ReadOnlySpan<byte> text)
    {
        if (form == StampForm.Classic && text.Length > 15 && text[15] == ' ' && text[9] == ':' && text[6] == ' ')
        {
            return 15;
        }

        return StampReader.TryRead(form, text, out _, out var length) ? length : -1;
    }

    private void ReadSyslog(ReadOnlySpan<byte> rest, ref Envelope envelope)
    {
        if (rest.StartsWith("<"u8))
        {
            rest = PriorityWord.Skip(rest);
        }
        else if (rest.StartsWith(Forwarded) && TryReadForwarded(rest[Forwarded.Length..], ref envelope))
        {
            return;
        }

        var blank = rest.IndexOf((byte)' ');
        var first = blank < 0 ? rest : rest[..blank];
        if (first.Length > 1 && first[^1] is (byte)':' or (byte)']' && SyslogTag.TryRead(rest, out var tag) && Trusted(tag))
        {
            envelope.Host = default;
            Take(tag, ref envelope);
            return;
        }

        if (blank < 0)
        {
            return;
        }

        var afterHost = rest[(blank + 1)..].TrimStart((byte)' ');
        if (afterHost.StartsWith(Forwarded) && TryReadForwarded(afterHost[Forwarded.Length..], ref envelope))
        {
            return;
        }

        if (SyslogTag.TryRead(afterHost, out tag) || SyslogTag.TryRead(afterHost = PriorityWord.Skip(afterHost), out tag))
        {
            // An ISO stamp may stand before BIND's own message, or before a tag, just as well as before a host.
            if (IsSyslogOnly(envelope.StampForm) || (Trusted(tag) && !first.SequenceEqual("zone"u8) && (first[^1] != ':' || first.EndsWith("::"u8))))
            {
                if (!Trusted(tag) && NamesNoHost(rest, ref envelope))
                {
                    return;
                }

                envelope.Host = first;
                Take(tag, ref envelope);
            }
        }
        else if (RepeatedMessage.IsLastRepeated(afterHost, out _) || (!NamesNoHost(rest, ref envelope) && IsSyslogOnly(envelope.StampForm)))
        {
            envelope.Host = first;
            envelope.Message = afterHost;
            envelope.IsSyslog = true;
        }
    }

    /// <summary>Whether only syslog and journalctl write such stamps, so that a host must follow.</summary>
    private static bool IsSyslogOnly(StampForm form) => form is StampForm.Classic or StampForm.Named or StampForm.Full;

    /// <summary>
    /// Whether the line is of a server that writes neither host nor program: of BIND up to 9.2, whose own stamp has no year but a fraction, or of a PowerDNS.
    /// Where one line is of that, all such lines of the log are: the words they begin with must not be taken for hosts with clocks of their own.
    /// </summary>
    private bool NamesNoHost(ReadOnlySpan<byte> rest, ref Envelope envelope)
    {
        if (envelope.StampForm != StampForm.Classic)
        {
            return false;
        }

        if (envelope.StampText[15] == '.' && BindPrefix.BeginsMessage(rest))
        {
            envelope.ImpliedProgram = "named"u8;
            return true;
        }

        if (!_namesNoHost && !ServerPrefix.IsPowerDns(rest))
        {
            return false;
        }

        _namesNoHost = true;
        envelope.ImpliedProgram = "pdns_server"u8;
        return true;
    }

    private bool Trusted(in SyslogTag tag) => tag.HasPid || _programs.Contains(tag.Program);

    private static void Take(in SyslogTag tag, ref Envelope envelope)
    {
        envelope.IsSyslog = true;
        envelope.Program = tag.Program;
        envelope.Pid = tag.Pid;
        envelope.Message = tag.Message;
    }
}
