using System.Buffers.Text;

namespace LogSerialAudit.Events;

/// <summary>
/// Parts texts that differ in their numbers only, such as the totals of a transfer, into what they share and the numbers:
/// the shape is the text with a byte 0 for each number. A zero in front of other digits is part of the shape, so that
/// the text comes back as it was.
/// </summary>
internal static class TextShape
{
    /// <summary>Longer texts are not parted.</summary>
    public const int MostBytes = 256;

    /// <summary>Texts with more numbers are not parted.</summary>
    public const int MostNumbers = 14;

    /// <summary>A number of so many digits fits into 64 bits whatever they are.</summary>
    private const int MostDigits = 18;

    /// <summary>Parts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shape">Takes the shape; room for <see cref="MostBytes"/>.</param>
    /// <param name="length">How long the shape is.</param>
    /// <param name="numbers">Takes the numbers; room for <see cref="MostNumbers"/>.</param>
    /// <returns>How many numbers; 0 where the text has none, or can't be parted.</returns>
    public static int Part(ReadOnlySpan<byte> text, Span<byte> shape, out int length, Span<ulong> numbers)
    {
        (length, var count) = (0, 0);
        if (text.Length > MostBytes || text.Contains((byte)0))
        {
            return 0;
        }

        for (var at = 0; at < text.Length;)
        {
            if (!IsDigit(text[at]) || (text[at] == '0' && at + 1 < text.Length && IsDigit(text[at + 1])))
            {
                shape[length++] = text[at++];
                continue;
            }

            if (count == MostNumbers)
            {
                return 0;
            }

            ulong number = 0;
            for (var end = Math.Min(text.Length, at + MostDigits); at < end && IsDigit(text[at]); at++)
            {
                number = (number * 10) + (ulong)(text[at] - '0');
            }

            numbers[count++] = number;
            shape[length++] = 0;
        }

        return count;
    }

    /// <summary>Puts a text together again.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="numbers">The numbers, each a <see cref="Varint"/>.</param>
    /// <param name="text">Takes the text; room for <see cref="MostBytes"/>.</param>
    /// <returns>How long the text is.</returns>
    public static int Join(ReadOnlySpan<byte> shape, ReadOnlySpan<byte> numbers, Span<byte> text)
    {
        var (length, at) = (0, 0);
        foreach (var value in shape)
        {
            if (value != 0)
            {
                text[length++] = value;
                continue;
            }

            _ = Utf8Formatter.TryFormat(Varint.Read(numbers, ref at), text[length..], out var digits);
            length += digits;
        }

        return length;
    }

    private static bool IsDigit(byte value) => (uint)(value - '0') <= 9;
}
