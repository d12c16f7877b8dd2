using LogSerialAudit.Dating;
using NodaTime;

namespace LogSerialAudit.History;

/// <summary>
/// A <see cref="Dated"/> in eight bytes: seconds since 1970 in 39 bits (years 1 to 9999 take 38 and a sign), microseconds in 20, the
/// digits of the fraction in 3, and whether the year is unsure. What does not fit lies in a list beside it.
/// </summary>
internal readonly struct ShortDated
{
    private const int IsOdd = 1;
    private const int IsYearUnsure = 2;
    private const int DigitsShift = 2;
    private const int DigitsMask = 7;
    private const int MicrosecondShift = 5;
    private const int MicrosecondMask = (1 << 20) - 1;
    private const int SecondShift = 25;
    private const int NanosecondsOfMicrosecond = 1000;
    private readonly long _bits;

    private ShortDated(long bits) => _bits = bits;

    /// <summary>Puts another one in the place of this one.</summary>
    /// <param name="dated">The new one.</param>
    /// <param name="odd">Those that do not fit; one that lay there already keeps its place.</param>
    public ShortDated With(in Dated dated, List<Dated> odd)
    {
        if (dated is { Mark: DatingMark.None or DatingMark.YearUnsure, HourMark: DatingMark.None, StandsAsOther: false, FractionDigits: <= DigitsMask } && dated.Other == default)
        {
            var seconds = dated.At.ToUnixTimeSeconds();
            var (microsecond, rest) = Math.DivRem((dated.At - Instant.FromUnixTimeSeconds(seconds)).SubsecondNanoseconds, NanosecondsOfMicrosecond);
            if (rest == 0 && seconds << SecondShift >> SecondShift == seconds)
            {
                return new ShortDated((seconds << SecondShift) | ((long)microsecond << MicrosecondShift)
                    | ((long)dated.FractionDigits << DigitsShift) | (dated.Mark == DatingMark.YearUnsure ? IsYearUnsure : 0L));
            }
        }

        var place = (_bits & IsOdd) != 0 ? (int)(_bits >> 1) : odd.Count;
        if (place == odd.Count)
        {
            odd.Add(dated);
        }

        odd[place] = dated;
        return new ShortDated(((long)place << 1) | IsOdd);
    }

    /// <summary>All of it.</summary>
    /// <param name="odd">Those that do not fit.</param>
    public Dated Of(List<Dated> odd)
    {
        if ((_bits & IsOdd) != 0)
        {
            return odd[(int)(_bits >> 1)];
        }

        var at = Instant.FromUnixTimeSeconds(_bits >> SecondShift);
        var microsecond = (int)(_bits >> MicrosecondShift) & MicrosecondMask;
        return new Dated(
            microsecond == 0 ? at : at.PlusNanoseconds((long)microsecond * NanosecondsOfMicrosecond),
            (byte)((_bits >> DigitsShift) & DigitsMask),
            (_bits & IsYearUnsure) == 0 ? DatingMark.None : DatingMark.YearUnsure,
            default);
    }
}
