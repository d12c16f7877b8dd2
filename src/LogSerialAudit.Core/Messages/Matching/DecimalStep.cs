namespace LogSerialAudit.Messages.Matching;

/// <summary>Digits, a point, digits: <c>0.001</c>.</summary>
internal sealed class DecimalStep : Step
{
    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> message, int at, ref Slot slot, ref ZoneToken zone)
    {
        var point = Digits(message, at);
        if (point == at || point == message.Length || message[point] != '.')
        {
            return false;
        }

        slot.Start = at;
        slot.End = Digits(message, point + 1);
        return slot.End > point + 1;
    }

    private static int Digits(ReadOnlySpan<byte> message, int at)
    {
        while (at < message.Length && (uint)(message[at] - '0') <= 9)
        {
            at++;
        }

        return at;
    }
}
