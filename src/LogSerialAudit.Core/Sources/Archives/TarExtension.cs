using System.Globalization;
using NodaTime;

namespace LogSerialAudit.Sources.Archives;

/// <summary>What the members before a member say of it: GNU's long name, and pax records ("pax Extended Header").</summary>
internal sealed class TarExtension
{
    /// <summary>More than this of a long name or of records is left out.</summary>
    public const int Longest = 64 * 1024;

    public string? Name { get; private set; }

    public long? Size { get; private set; }

    public Instant? Modified { get; private set; }

    public bool IsSparse { get; private set; }

    public void AddName(ReadOnlySpan<byte> content) => Name = TarHeader.TextOf(content);

    /// <summary>Adds records: length, blank, key, equals sign, value, newline.</summary>
    public void AddRecords(ReadOnlySpan<byte> content)
    {
        while (content.IndexOf((byte)' ') is var blank and > 0
            && int.TryParse(content[..blank], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length > blank + 1 && length <= content.Length)
        {
            var record = content[(blank + 1)..(length - 1)];
            if (record.IndexOf((byte)'=') is var equals and > 0)
            {
                Add(TarHeader.TextOf(record[..equals]), TarHeader.TextOf(record[(equals + 1)..]));
            }

            content = content[length..];
        }
    }

    private void Add(string key, string value)
    {
        switch (key)
        {
            case "path":
                Name = value;
                break;
            case "size" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size):
                Size = size;
                break;
            case "mtime" when double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < int.MaxValue:
                Modified = TarHeader.InstantOf((long)seconds);
                break;
            default:
                IsSparse |= key.StartsWith("GNU.sparse.", StringComparison.Ordinal);
                break;
        }
    }
}
