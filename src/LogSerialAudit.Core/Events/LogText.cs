using System.Text;

namespace LogSerialAudit.Events;

/// <summary>Text out of logs, where any byte may stand.</summary>
public static class LogText
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>Decodes UTF-8; where the bytes are not valid UTF-8, each byte past ASCII is written <c>\xNN</c>, so that none is lost.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            var text = new StringBuilder(bytes.Length + 16);
            foreach (var value in bytes)
            {
                _ = value < 0x80 ? text.Append((char)value) : text.Append("\\x").Append(value.ToString("x2", null));
            }

            return text.ToString();
        }
    }
}
