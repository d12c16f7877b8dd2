namespace LogSerialAudit.Lines;

/// <content>Dates that could be another one, or no date.</content>
public sealed partial class EnvelopeReader
{
    /// <summary>The form of a text that is a date with slashes and a time, and nothing more; none where it is not, or could be two.</summary>
    internal StampForm FormOfSlashed(ReadOnlySpan<byte> text) =>
        _slashes.FormOf(text, out _) is var form && StampReader.TryRead(form, text, out _, out var length) && length == text.Length ? form : StampForm.None;

    /// <summary>Reads a line that begins with what reads like a date and a time, also in brackets, and is none that is known; one of another kind is left as it is.</summary>
    internal void ReadUnread(ReadOnlySpan<byte> line, ref Envelope envelope)
    {
        var text = WithoutPriority(line).TrimStart(" \t"u8);
        var close = text.StartsWith("["u8) ? text[..Math.Min(text.Length, 48)].IndexOf("] "u8) : 0;
        var end = close > 0 ? StampWords.LengthOf(text[1..close]) + 1 : close < 0 ? 0 : StampWords.LengthOf(text);
        if (end < 2 || (close > 0 && end != close) || text[(end + (close > 0 ? 1 : 0))..].TrimStart(" \t"u8) is not { IsEmpty: false } rest)
        {
            return;
        }

        envelope.StampText = text;
        ReadUndated(rest, ref envelope);
    }

    /// <summary>Reads what stands behind a stamp that is not read.</summary>
    private void ReadUndated(ReadOnlySpan<byte> rest, ref Envelope envelope)
    {
        envelope.StampForm = StampForm.Unread;
        envelope.Message = rest;
        TryReadTag(rest, needsHost: false, ref envelope);
    }

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
