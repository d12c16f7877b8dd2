using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LogSerialAudit.Lines;

namespace LogSerialAudit.Watching.State;

/// <summary>A stamp as its numbers: year, month, day, second of the day, nanosecond, digits, and the offset where it has one.</summary>
internal sealed class StampJson : JsonConverter<Stamp>
{
    /// <inheritdoc/>
    public override Stamp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        if (text.Length == 0)
        {
            return default;
        }

        var numbers = Array.ConvertAll(text.Split(' '), word => int.Parse(word, CultureInfo.InvariantCulture));
        return numbers.Length is 6 or 7
            ? new Stamp(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers.Length == 7 ? numbers[6] : null)
            : throw new JsonException();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Stamp value, JsonSerializerOptions options) => writer.WriteStringValue(
        !value.Exists ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"{value.Year} {value.Month} {value.Day} {value.SecondOfDay} {value.Nanosecond} {value.FractionDigits}{(value.HasOffset ? $" {value.OffsetMinutes}" : "")}"));
}
