namespace LogSerialAudit.Messages.Matching;

/// <summary>A class, in either case, as an operator types it in a command: <c>IN</c>, <c>ch</c>, <c>CLASS65280</c>.</summary>
internal sealed class ClassStep : Step
{
    private const int Longest = 10;

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        Span<byte> word = stackalloc byte[Longest];
        var length = 0;
        while (at + length < message.Length && char.IsAsciiLetterOrDigit((char)message[at + length]))
        {
            if (length == Longest)
            {
                return false;
            }

            var letter = message[at + length];
            word[length++] = char.IsAsciiLetterLower((char)letter) ? (byte)(letter - 32) : letter;
        }

        slot.Start = at;
        slot.End = at + length;
        return ZoneToken.ClassLength(word[..length]) == length && length > 0;
    }
}
