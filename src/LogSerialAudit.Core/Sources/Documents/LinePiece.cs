namespace LogSerialAudit.Sources.Documents;

/// <summary>A line of a text that may be a piece of a log line.</summary>
/// <param name="Text">Without quote marks and blanks around it.</param>
/// <param name="Number">Its number in the source.</param>
/// <param name="Depth">How deep it is quoted.</param>
/// <param name="GoesOn">Whether a blank at its end says that the line goes on (RFC 3676 section 4.1).</param>
internal readonly record struct LinePiece(byte[] Text, long Number, int Depth, bool GoesOn)
{
    /// <summary>A longer line was not wrapped by any mail program, and is no piece.</summary>
    public const int Longest = 1000;
}
