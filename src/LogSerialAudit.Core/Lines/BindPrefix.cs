using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace LogSerialAudit.Lines;

/// <summary>
/// What BIND itself writes before a message (<c>lib/isc/log.c</c>): <c>[TIME ][CATEGORY: ][SEVERITY: ]</c>,
/// in its own files and, as configured, inside syslog lines too.
/// </summary>
public static class BindPrefix
{
    private const int LongestCategory = 30;

    /// <summary>
    /// Takes the prefix off the envelope's message. A time inside a classic syslog line becomes the envelope's
    /// stamp, because it has the year that the outer one lacks.
    /// </summary>
    public static void Strip(ref Envelope envelope)
    {
        var message = envelope.Message;
        if (HasNone(message))
        {
            Imply(ref envelope, hasCategory: false);
            return;
        }

        var form = StampReader.Probe(message);
        if (form != StampForm.None
            && StampReader.TryRead(form, message, out _, out var length)
            && length < message.Length && message[length] == ' ')
        {
            if (envelope.StampForm == StampForm.None || (envelope.StampForm is StampForm.Classic or StampForm.Named && form != StampForm.Classic))
            {
                (envelope.OuterForm, envelope.StampForm) = (envelope.StampForm, form);
                envelope.OuterText = envelope.StampText;
                envelope.StampText = message;
            }

            message = message[(length + 1)..];
        }

        var rest = WithoutCategory(message);
        envelope.Message = WithoutSeverity(rest);
        Imply(ref envelope, rest.Length < message.Length);
    }

    private static void Imply(ref Envelope envelope, bool hasCategory)
    {
        if (envelope.Program.IsEmpty && envelope.ImpliedProgram.IsEmpty && (envelope.StampForm == StampForm.Bind || hasCategory))
        {
            envelope.ImpliedProgram = "named"u8;
        }
    }

    /// <summary>
    /// Whether a message begins, beyond doubt, with two words, or with the <c>client @0x7f...</c> of BIND: behind the blank of a stamp stands a number or another blank, categories
    /// and severities end with a colon, and numbered ones have a number.
    /// </summary>
    internal static bool HasNone(ReadOnlySpan<byte> message)
    {
        if (message.Length <= Vector128<byte>.Count)
        {
            return false;
        }

        var letters = Vector128.LessThanOrEqual(Vector128.Create(message) - Vector128.Create((byte)'a'), Vector128.Create((byte)('z' - 'a'))).ExtractMostSignificantBits();
        var length = BitOperations.TrailingZeroCount(~letters);
        return length is > 0 and < 16 && message[length] == ' ' && (char.IsAsciiLetter((char)message[length + 1]) || message[length + 1] == '@');
    }

    /// <summary>Whether a severity stands at the front.</summary>
    internal static bool BeginsWithSeverity(ReadOnlySpan<byte> text) => WithoutSeverity(text).Length < text.Length;

    /// <summary>Whether a category, a severity or a message about a zone stands at the front.</summary>
    internal static bool BeginsMessage(ReadOnlySpan<byte> text) =>
        text.StartsWith("zone "u8) || text.StartsWith("transfer of '"u8) || text.StartsWith("client "u8) || BeginsWithSeverity(text)
        || WithoutCategory(text).Length < text.Length;

    private static ReadOnlySpan<byte> WithoutCategory(ReadOnlySpan<byte> message)
    {
        var colon = WordLength(message);
        if (colon == 0 || colon + 1 >= message.Length || message[colon] != ':' || message[colon + 1] != ' ')
        {
            return message;
        }

        var rest = message[(colon + 2)..];
        return WithoutSeverity(rest).Length < rest.Length || IsCategory(message[..colon]) ? rest : message;
    }

    private static ReadOnlySpan<byte> WithoutSeverity(ReadOnlySpan<byte> message)
    {
        if (message.IsEmpty || message[0] is not ((byte)'i' or (byte)'n' or (byte)'w' or (byte)'e' or (byte)'c' or (byte)'d' or (byte)'l'))
        {
            return message;
        }

        foreach (var severity in Severities)
        {
            if (message.StartsWith(severity))
            {
                return message[severity.Length..];
            }
        }

        foreach (var numbered in NumberedSeverities)
        {
            if (!message.StartsWith(numbered))
            {
                continue;
            }

            var colon = message[..Math.Min(message.Length, numbered.Length + 6)].IndexOf(": "u8);
            if (colon > numbered.Length
                && !message[numbered.Length..colon].ContainsAnyExceptInRange((byte)'-', (byte)'9'))
            {
                return message[(colon + 2)..];
            }
        }

        return message;
    }

    /// <summary>The length of the word of small letters, digits and hyphens that a message begins with; 0 where it is longer than any category.</summary>
    private static int WordLength(ReadOnlySpan<byte> message)
    {
        var head = message[..Math.Min(message.Length, LongestCategory + 1)];
        for (var length = 0; length < head.Length; length++)
        {
            var letter = head[length];
            if (letter is not ((>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9') or (byte)'-'))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsCategory(ReadOnlySpan<byte> word)
    {
        foreach (var category in Categories)
        {
            if (word.SequenceEqual(category))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[][] Bytes(string words) => [.. words.Split(' ').Select(Encoding.UTF8.GetBytes)];

    private static readonly byte[][] Severities =
        [.. "info notice warning error critical debug".Split(' ').Select(word => Encoding.UTF8.GetBytes(word + ": "))];

    private static readonly byte[][] NumberedSeverities = Bytes("debug level").Select(word => (byte[])[.. word, (byte)' ']).ToArray();

    /// <summary>
    /// The category names of BIND 9.3 to 9.21, and of BIND 8 <c>load</c> (<c>print-category yes</c>). Not <c>rpz</c> and <c>catz</c>:
    /// those words begin messages too, and are taken for a category only before a severity.
    /// </summary>
    private static readonly byte[][] Categories = Bytes(
        "general notify xfer-in xfer-out load zoneload security config default client database dispatch dnssec dnstap "
        + "lame-servers network nsid queries query-errors rate-limit resolver serve-stale spill sslkeylog "
        + "trust-anchor-telemetry unmatched update update-security zoneversion delegation-only edns-disabled cname "
        + "responses rpz-passthru tat drop os");
}
