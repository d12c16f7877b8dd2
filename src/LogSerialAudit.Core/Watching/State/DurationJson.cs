using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace LogSerialAudit.Watching.State;

/// <summary>A duration as nanoseconds.</summary>
internal sealed class DurationJson : JsonConverter<Duration>
{
    /// <inheritdoc/>
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Duration.FromNanoseconds(reader.GetInt64());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((long)Math.Clamp(value.TotalNanoseconds, long.MinValue, 9e18));
}
