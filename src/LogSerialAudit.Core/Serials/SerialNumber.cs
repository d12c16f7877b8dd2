using System.Globalization;

namespace LogSerialAudit.Serials;

/// <summary>
/// A zone's SOA serial: a 32-bit number whose order is the one of RFC 1982 section 3.2, not that of integers.
/// </summary>
/// <param name="Value">The number as it stands in the SOA record.</param>
public readonly record struct SerialNumber(uint Value)
{
    /// <summary>The distance at which RFC 1982 leaves the order of two serials undefined, 2^31.</summary>
    public const uint UndefinedDistance = 0x8000_0000;

    /// <summary>The furthest a serial may be raised in one step, 2^31 - 1 (RFC 1982 section 3.1).</summary>
    public const uint LargestIncrement = 0x7fff_ffff;

    /// <summary>How this serial stands to <paramref name="other"/> by RFC 1982.</summary>
    public SerialOrder CompareTo(SerialNumber other)
    {
        var distance = unchecked(Value - other.Value);
        return distance switch
        {
            0 => SerialOrder.Equal,
            UndefinedDistance => SerialOrder.Undefined,
            < UndefinedDistance => SerialOrder.Newer,
            _ => SerialOrder.Older,
        };
    }

    /// <summary>Whether this serial is newer than <paramref name="other"/>; never true where the order is undefined.</summary>
    public bool IsNewerThan(SerialNumber other) => CompareTo(other) == SerialOrder.Newer;

    /// <summary>Whether this serial is newer than or equal to <paramref name="other"/>; never true where the order is undefined.</summary>
    public bool IsAtLeast(SerialNumber other) => CompareTo(other) is SerialOrder.Newer or SerialOrder.Equal;

    /// <summary>What happened to a zone that showed <paramref name="previous"/> before and shows this serial now.</summary>
    public SerialChange ChangeFrom(SerialNumber previous) => CompareTo(previous) switch
    {
        SerialOrder.Equal => SerialChange.Same,
        SerialOrder.Undefined => SerialChange.Undefined,
        SerialOrder.Older => SerialChange.Backward,
        _ => Value > previous.Value ? SerialChange.Forward : SerialChange.Wrapped,
    };

    /// <summary>Reads decimal digits, at most ten and at most 4294967295; anything else is not a serial.</summary>
    public static bool TryParse(ReadOnlySpan<byte> digits, out SerialNumber serial)
    {
        serial = default;
        if (digits.IsEmpty || digits.Length > 10)
        {
            return false;
        }

        ulong value = 0;
        foreach (var digit in digits)
        {
            var number = (uint)(digit - '0');
            if (number > 9)
            {
                return false;
            }

            value = (value * 10) + number;
        }

        serial = new SerialNumber((uint)value);
        return value <= uint.MaxValue;
    }

    /// <summary>The serial in decimal, without grouping.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
