using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace LogSerialAudit.Watching.State;

/// <summary>An instant as ISO text, to the nanosecond.</summary>
internal sealed class InstantJson : JsonConverter<Instant>
{
    /// <inheritdoc/>
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(Text(value));

    internal static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    internal static Instant Parse(string? text) => InstantPattern.ExtendedIso.Parse(text ?? "") is { Success: true, Value: var instant }
        ? instant
        : throw new JsonException();
}
