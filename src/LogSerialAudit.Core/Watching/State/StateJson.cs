using System.Text.Json;
using System.Text.Json.Serialization;

namespace LogSerialAudit.Watching.State;

/// <summary>The state as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson), typeof(DurationJson), typeof(SerialJson), typeof(DatedJson), typeof(StampJson)])]
[JsonSerializable(typeof(WatchState))]
internal sealed partial class StateJson : JsonSerializerContext
{
    /// <summary>The state as bytes.</summary>
    public static byte[] Write(WatchState state) => JsonSerializer.SerializeToUtf8Bytes(state, Default.WatchState);

    /// <summary>The state that such bytes are; null where they are none.</summary>
    public static WatchState? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Default.WatchState);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            return null;
        }
    }
}
