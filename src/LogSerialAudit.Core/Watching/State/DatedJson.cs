using System.Text.Json;
using System.Text.Json.Serialization;
using LogSerialAudit.Dating;

namespace LogSerialAudit.Watching.State;

/// <summary>A date as a few words: instant, digits, mark, and the other instant of an ambiguous one with whether it counts; "undated".</summary>
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

        if (words.Length is not (3 or 5) || !byte.TryParse(words[1], out var digits) || !Enum.TryParse<DatingMark>(words[2], out var mark))
        {
            throw new JsonException();
        }

        var other = words.Length == 5 ? InstantJson.Parse(words[3]) : default;
        return new Dated(InstantJson.Parse(words[0]), digits, mark, other) { StandsAsOther = words is [_, _, _, _, "other"] };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Dated value, JsonSerializerOptions options) => writer.WriteStringValue(
        !value.Exists ? Undated
        : $"{InstantJson.Text(value.At)} {value.FractionDigits} {value.Mark}"
            + (value.Mark == DatingMark.Ambiguous ? $" {InstantJson.Text(value.Other)} {(value.StandsAsOther ? "other" : "first")}" : ""));
}
