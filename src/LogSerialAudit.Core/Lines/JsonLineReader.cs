using System.Text.Json;

namespace LogSerialAudit.Lines;

/// <summary>
/// Reads a log line that is a JSON object. Strings without escapes stay where they are, others are decoded into one buffer
/// that is used again for every line. What is broken, too deep or says a thing twice is no log line.
/// </summary>
internal sealed class JsonLineReader
{
    private const int LeastBuffer = 4096;
    private byte[] _buffer = [];
    private int _used;

    /// <summary>Whether a line can be one; the rest of the work is done by <see cref="TryRead"/>.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<byte> line) => line[0] == '{' && line[^1] == '}' && line[1..].TrimStart((byte)' ').StartsWith("\""u8);

    /// <summary>Reads a line; false where it is no JSON object with a message.</summary>
    public bool TryRead(ReadOnlySpan<byte> line, out JsonLine json)
    {
        json = default;
        _used = 0;
        if (_buffer.Length < line.Length)
        {
            // No string is longer decoded than it was.
            _buffer = new byte[Math.Max(LeastBuffer, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)line.Length))];
        }

        try
        {
            return TryReadObject(line, ref json);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // An escape that is no character: half of a surrogate pair.
            return false;
        }
    }

    private bool TryReadObject(ReadOnlySpan<byte> line, ref JsonLine json)
    {
        var reader = new Utf8JsonReader(line);
        Span<int> ranks = stackalloc int[(int)JsonField.Part + 1];
        ranks.Fill(int.MaxValue);
        var (seen, group) = (0UL, 0);
        reader.Read();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                if (reader.CurrentDepth == 0)
                {
                    return !reader.Read() && json.HasMessage;
                }

                group = 0;
                continue;
            }

            var name = reader.ValueIsEscaped ? default : reader.ValueSpan;
            var key = JsonKeys.Find(group, name);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject && group == 0 && (name.SequenceEqual("_source"u8) || name.SequenceEqual("result"u8) || (group = JsonKeys.Group(name)) > 0))
            {
                // What Elasticsearch keeps of a line is its document, and what Splunk found of one its result.
                continue;
            }

            var (field, rank) = key < 0 ? default : JsonKeys.At(key);
            if (field != JsonField.None && (seen & (1UL << key)) != 0)
            {
                return false;
            }

            seen |= key < 0 ? 0 : 1UL << key;
            if (field != JsonField.None && rank < ranks[(int)field] && TryValue(line, ref reader, out var value))
            {
                ranks[(int)field] = rank;
                json.Set(field, value);
            }
            else
            {
                reader.Skip();
            }
        }

        return false;
    }

    /// <summary>A string, a number, null as nothing, an array of byte values, or the first string of an array; false for all else.</summary>
    private bool TryValue(ReadOnlySpan<byte> line, scoped ref Utf8JsonReader reader, out ReadOnlySpan<byte> value)
    {
        value = default;
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                value = Text(line, ref reader);
                return true;
            case JsonTokenType.Number:
                value = line.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length);
                return true;
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.StartArray:
                value = First(line, ref reader);
                return true;
            default:
                return false;
        }
    }

    private ReadOnlySpan<byte> Text(ReadOnlySpan<byte> line, scoped ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return line.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        }

        var start = _used;
        _used += reader.CopyString(_buffer.AsSpan(start));
        return _buffer.AsSpan(start.._used);
    }

    /// <summary>journald writes bytes that are no text as an array of numbers, and a field that came twice as an array of values.</summary>
    private ReadOnlySpan<byte> First(ReadOnlySpan<byte> line, scoped ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> value = default;
        var (start, count) = (_used, 0);
        for (reader.Read(); reader.TokenType != JsonTokenType.EndArray; reader.Read(), count++)
        {
            if (reader.TokenType == JsonTokenType.Number && _used == start + count && reader.TryGetByte(out var one))
            {
                _buffer[_used++] = one;
            }
            else if (reader.TokenType == JsonTokenType.String && count == 0)
            {
                value = Text(line, ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return value.IsEmpty && _used == start + count ? _buffer.AsSpan(start.._used) : value;
    }
}
