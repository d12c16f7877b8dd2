using System.Text.Json;
using System.Text.Json.Serialization;
using LogSerialAudit.Dating;

namespace LogSerialAudit.Watching.State;

/// <summary>A date as a few words: instant, digits, mark (of year and hour, <c>YearUnsure/SkippedHour</c>), and the other instant of an ambiguous one with whether it counts; "undated".</summary>
internal sealed class DatedJson : JsonConverter<Dated>
{
    private const string Undated = "undated";

    /// <inheritdoc/>
    public override Dated Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var words = (reader.GetString() ?? "").Split(' ');
        if (words is [Undated])
        {
            return Dated.Undated;
        }

        if (words.Length is not (3 or 5) || !byte.TryParse(words[1], out var digits) || !TryMarks(words[2], out var mark, out var hour))
        {
            throw new JsonException();
        }

        var other = words.Length == 5 ? InstantJson.Parse(words[3]) : default;
        return new Dated(InstantJson.Parse(words[0]), digits, mark, other) { HourMark = hour, StandsAsOther = words is [_, _, _, _, "other"] };
    }

    private static bool TryMarks(string words, out DatingMark mark, out DatingMark hour)
    {
        hour = DatingMark.None;
        var slash = words.IndexOf('/', StringComparison.Ordinal);
        return Enum.TryParse(slash < 0 ? words : words[..slash], out mark) && (slash < 0 || Enum.TryParse(words[(slash + 1)..], out hour));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Dated value, JsonSerializerOptions options) => writer.WriteStringValue(
        !value.Exists ? Undated
        : $"{InstantJson.Text(value.At)} {value.FractionDigits} {value.Mark}{(value.HourMark == DatingMark.None ? "" : $"/{value.HourMark}")}"
            + (value.Mark == DatingMark.Ambiguous || value.HourMark == DatingMark.Ambiguous ? $" {InstantJson.Text(value.Other)} {(value.StandsAsOther ? "other" : "first")}" : ""));
}
