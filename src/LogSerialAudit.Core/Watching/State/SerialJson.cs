using System.Text.Json;
using System.Text.Json.Serialization;
using LogSerialAudit.Serials;

namespace LogSerialAudit.Watching.State;

/// <summary>A serial as its number.</summary>
internal sealed class SerialJson : JsonConverter<SerialNumber>
{
    /// <inheritdoc/>
    public override SerialNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetUInt32());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SerialNumber value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
