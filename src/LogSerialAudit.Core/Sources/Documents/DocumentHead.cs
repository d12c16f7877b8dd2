namespace LogSerialAudit.Sources.Documents;

/// <summary>Tells the form of a source by its first lines.</summary>
internal static class DocumentHead
{
    /// <summary>By so many bytes the form is told.</summary>
    private const int Length = 64 * 1024;

    /// <summary>The form of a source; null where more of it has to be seen.</summary>
    /// <param name="head">Whole lines from its beginning.</param>
    /// <param name="isAll">Whether there are no more.</param>
    /// <param name="judge">Who tells log lines from other text.</param>
    public static DocumentForm? FormOf(ReadOnlySpan<byte> head, bool isAll, ILineJudge judge)
    {
        isAll |= head.Length >= Length;
        head = head[..Math.Min(head.Length, Length)];
        if (JournalExport.Is(head))
        {
            return DocumentForm.JournalExport;
        }

        if (JournalVerbose.Is(head))
        {
            return DocumentForm.JournalVerbose;
        }

        if (SpreadJson.Is(head))
        {
            return DocumentForm.SpreadJson;
        }

        if (CsvTable.Is(head) && !judge.Judge(head[..(head.IndexOf((byte)'\n') + 1)].TrimEnd("\r\n"u8)).HasFlag(LineTraits.Stamped))
        {
            return DocumentForm.CsvTable;
        }

        var isFrames = SyslogFrames.Is(head);
        if (isFrames != false)
        {
            return isFrames == true ? DocumentForm.SyslogFrames : isAll ? DocumentForm.Log : null;
        }

        if (MailHead.Is(head))
        {
            return DocumentForm.Mail;
        }

        if (PageText.Is(head, judge))
        {
            return DocumentForm.Page;
        }

        if (ShownText.Is(head))
        {
            return FormOf(ShownText.Clean(head), isAll, judge) is null ? null : DocumentForm.Shown;
        }

        if (PastedText.Is(head, judge))
        {
            return DocumentForm.Text;
        }

        return isAll || HasLogLine(head, judge) ? DocumentForm.Log : null;
    }

    /// <summary>Whether a line is a log's as it stands: then there is nothing to wait for.</summary>
    private static bool HasLogLine(ReadOnlySpan<byte> head, ILineJudge judge)
    {
        while (!head.IsEmpty)
        {
            var end = head.IndexOf((byte)'\n');
            var line = end < 0 ? head : head[..end];
            var traits = judge.Judge(line.TrimEnd((byte)'\r'));
            if (traits.HasFlag(LineTraits.Event) || traits.HasFlag(LineTraits.Stamped | LineTraits.Syslog))
            {
                return true;
            }

            head = end < 0 ? default : head[(end + 1)..];
        }

        return false;
    }
}
