namespace LogSerialAudit.Lines;

/// <summary>The parts of a log line that is a JSON object, decoded. They stand in the line or in the reader's buffer, until its next line.</summary>
internal ref struct JsonLine
{
    public ReadOnlySpan<byte> Message;
    public ReadOnlySpan<byte> Time;
    public ReadOnlySpan<byte> Host;
    public ReadOnlySpan<byte> Program;
    public ReadOnlySpan<byte> Pid;
    public ReadOnlySpan<byte> Stream;

    /// <summary>fluent-bit's <c>logtag</c>: F for a whole line, P for a part.</summary>
    public ReadOnlySpan<byte> Part;

    /// <summary>Whether there is a message, be it an empty one.</summary>
    public bool HasMessage;

    /// <summary>The form of <see cref="Time"/>; none where it is no stamp.</summary>
    public readonly StampForm TimeForm
    {
        get
        {
            var form = StampReader.Probe(Time);
            form = form != StampForm.None ? form
                : StampReader.ProbeMail(Time) ? StampForm.Mail
                : StampReader.ProbeBasic(Time) ? StampForm.Basic
                : StampForm.Unix;
            return StampReader.TryRead(form, Time, out _, out var length) && length == Time.Length ? form : StampForm.None;
        }
    }

    public void Set(JsonField field, ReadOnlySpan<byte> value)
    {
        switch (field)
        {
            case JsonField.Message:
                Message = value;
                HasMessage = true;
                break;
            case JsonField.Time:
                Time = value;
                break;
            case JsonField.Host:
                Host = value.SequenceEqual("-"u8) ? default : value;
                break;
            case JsonField.Program:
                Program = value.SequenceEqual("-"u8) ? default : value;
                break;
            case JsonField.Pid:
                Pid = value;
                break;
            case JsonField.Stream:
                Stream = value;
                break;
            case JsonField.Part:
                Part = value;
                break;
        }
    }
}
