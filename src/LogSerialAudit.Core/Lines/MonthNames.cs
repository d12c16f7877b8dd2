using System.Text;

namespace LogSerialAudit.Lines;

/// <summary>
/// Short names of months in the languages of Europe, in Chinese, Japanese and Korean, as <c>journalctl -o short</c> prints
/// them: the abbreviated names (<c>abmon</c>, <c>ab_alt_mon</c>) of the GNU C library's locales, without a final dot.
/// </summary>
internal static class MonthNames
{
    /// <summary>The longest name in bytes, with room for the blank that some locales have before it.</summary>
    public const int LongestName = 24;

    /// <summary>
    /// A line a month. Left out are <c>lip</c>, <c>srp</c> and <c>lis</c>, which mean one month in Croatian and another in Polish
    /// or Czech: a line without a date is better than one with a wrong date.
    /// </summary>
    private static readonly string[] Names =
    [
        "1月|1월|de gen|ean|ene|gen|ian|ion|jaan|jan|janv|jän|led|oca|saus|sij|sty|tammi|urt|xan|ιαν|сту|січ|янв|яну|јан",
        "2月|2월|chw|de febr|feabh|feb|febr|fev|fra|févr|helmi|lut|ots|shk|vas|veebr|velj|úno|şub|φεβ|лют|феб|фев",
        "3月|3월|bře|de març|kov|maalis|mar|mars|març|maw|mrt|márc|márta|mär|märts|ožu|μάρ|μαρ|бер|мар|сак",
        "4月|4월|abr|aib|api|apr|april|avril|bal|dub|d’abr|ebr|huhti|kwi|nis|pri|tra|ápr|απρ|апр|кві|кра",
        "5月|5월|beal|de maig|geg|kvě|mag|mai|maig|maj|may|maí|mei|mej|máj|svi|touko|μάι|μαΐ|май|мая|мај|тра",
        "6月|6월|birž|cze|de juny|eka|giu|haz|iun|juin|jun|juni|juny|juuni|jún|jūn|kesä|meh|meith|qer|xuñ|čen|ġun|ιουν|ιούν|июн|чер|чэр|юни|јун",
        "7月|7월|de jul|gor|heinä|iul|iúil|juil|jul|juli|juuli|júl|jūl|kor|liep|lug|lul|tem|uzt|xul|čec|ιουλ|ιούλ|июл|лип|ліп|юли|јул",
        "8月|8월|abu|ag|ago|août|aug|avg|aws|aww|ağu|d’ag|elo|gsh|kol|lún|rugp|sie|ágú|αυγ|αύγ|авг|жні|сер",
        "9月|9월|de set|eyl|ira|med|mfómh|rugs|ruj|sep|sept|set|sht|syys|szept|wrz|zář|σεπ|вер|сен|сеп",
        "10月|10월|dfómh|d’oct|eki|hyd|loka|oct|okt|ott|out|paź|spal|tet|urr|říj|οκτ|жов|кас|окт",
        "11月|11월|aza|de nov|kas|lapkr|marras|nën|nov|nóv|samh|stu|tach|νοέ|νοε|лис|ліс|нов|ное|ноя",
        "12月|12월|abe|ara|de des|dec|des|dets|dez|dhj|dic|diċ|déc|gru|gruod|joulu|noll|pro|rha|δεκ|гру|дек|дец|сне",
    ];

    private static readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> Months = Names
        .SelectMany((names, month) => names.Split('|').Select(name => (name, month: month + 1)))
        .ToDictionary(name => Encoding.UTF8.GetBytes(name.name), name => name.month, ByteComparer.Instance)
        .GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The month of a name in any case, with or without a final dot and blanks around it; 0 where it is none.</summary>
    public static int Month(ReadOnlySpan<byte> name)
    {
        name = name.Trim((byte)' ').TrimEnd((byte)'.');
        if (name.IsEmpty || name.Length > LongestName)
        {
            return 0;
        }

        Span<byte> folded = stackalloc byte[LongestName * 2];
        var length = 0;
        while (!name.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(name, out var rune, out var used) != System.Buffers.OperationStatus.Done)
            {
                return 0;
            }

            length += Rune.ToLowerInvariant(rune).EncodeToUtf8(folded[length..]);
            name = name[used..];
        }

        return Months.TryGetValue(folded[..length], out var month) ? month : 0;
    }
}
