using System.Buffers.Text;

namespace LogSerialAudit.Lines;

/// <summary>The ways in which a syslog daemon says that a message came several times.</summary>
public static class RepeatedMessage
{
    /// <summary>What the messages begin with that <see cref="Unwrap(ref ReadOnlySpan{byte})"/> takes others out of.</summary>
    internal const byte First = (byte)'m';

    /// <summary>
    /// Takes the message out of what a syslog daemon has put around it, and, where nothing else tells whose line it is, out of what Logwatch makes of it:
    /// indented, with <c>: 3 Time(s)</c> at its end.
    /// </summary>
    /// <param name="envelope">The line; afterwards with the message inside.</param>
    /// <returns>How often it is said to have come, 1 where it is not said.</returns>
    internal static uint Unwrap(ref Envelope envelope)
    {
        var message = envelope.Message;
        var count = Unwrap(ref message);
        if (count == 1 && !envelope.IsSyslog && envelope.StampForm == StampForm.None && message.EndsWith(Summed))
        {
            var summed = message[..^Summed.Length];
            var colon = summed.LastIndexOf(": "u8);
            if (colon > 0 && Utf8Parser.TryParse(summed[(colon + 2)..], out uint times, out var digits) && times > 0 && colon + 2 + digits == summed.Length)
            {
                count = times;
                message = summed[..colon].TrimStart(" \t"u8);
            }
        }

        envelope.Message = message;
        return count;
    }

    private static ReadOnlySpan<byte> Summed => " Time(s)"u8;

    /// <summary>
    /// rsyslog's <c>message repeated 2 times: [ zone ...]</c>: takes the message out of it. Blanks at the end, which come of copying, go too.
    /// </summary>
    /// <param name="message">The message; afterwards the one inside.</param>
    /// <returns>How often it is said to have come, 1 where it is not said.</returns>
    public static uint Unwrap(ref ReadOnlySpan<byte> message)
    {
        message = message.TrimEnd(" \t"u8);
        if (!message.StartsWith("message repeated "u8) || !TryTimes(message["message repeated "u8.Length..], out var times, out var rest))
        {
            return 1;
        }

        if (!rest.StartsWith(": ["u8) || rest[^1] != ']')
        {
            return 1;
        }

        message = rest[3..^1].Trim(" \t"u8);
        return times;
    }

    /// <summary>
    /// syslogd's <c>last message repeated 3 times</c> (also <c>--- last message ... ---</c>), which speaks of the line before it.
    /// </summary>
    public static bool IsLastRepeated(ReadOnlySpan<byte> message, out uint times)
    {
        times = 0;
        if (message.StartsWith("--- "u8))
        {
            message = message[4..];
        }

        return message.StartsWith("last message repeated "u8)
            && TryTimes(message["last message repeated "u8.Length..], out times, out var rest)
            && (rest.IsEmpty || rest.StartsWith(" ---"u8));
    }

    private static bool TryTimes(ReadOnlySpan<byte> text, out uint times, out ReadOnlySpan<byte> rest)
    {
        rest = default;
        if (!Utf8Parser.TryParse(text, out times, out var read) || times == 0)
        {
            return false;
        }

        rest = text[read..];
        if (!rest.StartsWith(" time"u8))
        {
            return false;
        }

        rest = rest[5..];
        rest = rest.StartsWith("s"u8) ? rest[1..] : rest;
        return true;
    }
}
