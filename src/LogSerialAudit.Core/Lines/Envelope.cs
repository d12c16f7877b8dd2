namespace LogSerialAudit.Lines;

/// <summary>
/// What stands around a message: where its stamp, host and program are. A ref struct over the line:
/// nothing is copied, and the stamp is not read before it is asked for.
/// </summary>
public ref struct Envelope
{
    /// <summary>The line from its stamp on.</summary>
    public ReadOnlySpan<byte> StampText { get; set; }

    /// <summary>How the stamp is written; none where the line has none.</summary>
    public StampForm StampForm { get; set; }

    /// <summary>What stands from the syslog's stamp on, where <see cref="StampText"/> is the server's own within; else nothing.</summary>
    internal ReadOnlySpan<byte> OuterText { get; set; }

    /// <summary>How that stamp is written.</summary>
    internal StampForm OuterForm { get; set; }

    /// <summary>The host that the line names, or nothing.</summary>
    public ReadOnlySpan<byte> Host { get; set; }

    /// <summary>The program that the line names, or nothing.</summary>
    public ReadOnlySpan<byte> Program { get; set; }

    /// <summary>The process number; 0 where the line has none.</summary>
    public uint Pid { get; set; }

    /// <summary>The program whose way of writing the line shows, where it names none; nothing where it could be any.</summary>
    public ReadOnlySpan<byte> ImpliedProgram { get; set; }

    /// <summary>What the program said.</summary>
    public ReadOnlySpan<byte> Message { get; set; }

    /// <summary>Whether the line came through syslog: with a host or a program before the message.</summary>
    public bool IsSyslog { get; set; }

    /// <summary>Whether the line names a container in place of a program; which program runs in there it does not say.</summary>
    internal bool IsOfContainer { get; set; }

    /// <summary>The file that the line is from, where grep names one; nothing where the line is of the file that is read.</summary>
    public ReadOnlySpan<byte> Within { get; set; }

    /// <summary>
    /// The number of what stands between stamp and message: lines of a file with the same one are of the same host, program and process.
    /// 0 where that is not known.
    /// </summary>
    internal int Head { get; set; }

    /// <summary>How much of a time the stamp says: 3 an instant, 2 all but an offset, 1 no year either, 0 nothing.</summary>
    internal readonly int StampStrength => StampForm switch
    {
        StampForm.None or StampForm.Unread => 0,
        StampForm.Unix or StampForm.Svlogd => 3,
        StampForm.Bind or StampForm.YearLast or StampForm.YearFirst => 2,
        StampForm.Iso or StampForm.Full or StampForm.DayFirst or StampForm.MonthFirst or StampForm.Mail or StampForm.Basic => ReadStamp().HasOffset ? 3 : 2,
        _ => 1,
    };

    /// <summary>Takes from what stands around this line what it does not say itself: the host, and the stamp that is as full or fuller.</summary>
    internal void JoinOuter(in Envelope outer)
    {
        Host = Host.IsEmpty ? outer.Host : Host;
        if (outer.StampStrength >= StampStrength)
        {
            StampForm = outer.StampForm;
            StampText = outer.StampText;
        }
    }

    /// <summary>Reads the stamp; the default stamp where it is not a valid one.</summary>
    public readonly Stamp ReadStamp() =>
        !StampReader.TryRead(StampForm, StampText, out var stamp, out _) ? default
        : OuterForm == StampForm.None || !StampReader.TryRead(OuterForm, OuterText, out var outer, out _) ? stamp
        : TwoStamps.Of(stamp, outer);
}
