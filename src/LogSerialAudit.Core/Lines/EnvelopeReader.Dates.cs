namespace LogSerialAudit.Lines;

/// <content>Dates that could be another one, or no date.</content>
public sealed partial class EnvelopeReader
{
    /// <summary>The form of a text that is a date with slashes and a time, and nothing more; none where it is not, or could be two.</summary>
    internal StampForm FormOfSlashed(ReadOnlySpan<byte> text) =>
        _slashes.FormOf(text, out _) is var form && StampReader.TryRead(form, text, out _, out var length) && length == text.Length ? form : StampForm.None;

    /// <summary>Reads a line behind a date with slashes; where day and month cannot be told apart the line has no date.</summary>
    private void ReadSlashed(StampForm form, ReadOnlySpan<byte> text, int clock, ref Envelope envelope)
    {
        // Either reading ends where the other does.
        var end = StampReader.TryRead(form == StampForm.None ? StampForm.MonthFirst : form, text, out _, out var length) ? length : 0;
        if (end >= clock && (end == text.Length || text[end] is (byte)' ' or (byte)'\t' or (byte)':'))
        {
            ReadBehindStamp(form, text, end, ref envelope);
        }
    }

    /// <summary>
    /// Reads a line behind a stamp that few lines have. Two numbers are a date only before a server's tag, and a mail's date that nothing follows is of
    /// the head of a mail.
    /// </summary>
    private void ReadBehindRare(StampForm form, ReadOnlySpan<byte> text, int end, ref Envelope envelope)
    {
        if (form == StampForm.Basic && text[8] == ' ')
        {
            if (TryReadTag(text[end..].TrimStart(" \t"u8), needsHost: false, ref envelope))
            {
                envelope.StampForm = form;
                envelope.StampText = text;
            }
        }
        else if (form != StampForm.Mail || !text[end..].Trim(" \t"u8).IsEmpty)
        {
            ReadBehindStamp(form, text, end, ref envelope);
        }
    }
}
