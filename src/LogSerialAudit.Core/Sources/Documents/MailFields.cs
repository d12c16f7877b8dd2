using MimeKit;
using NodaTime;

namespace LogSerialAudit.Sources.Documents;

/// <summary>The fields of a mail's or part's header that say how to read it. All others are passed over, so no header can fill memory.</summary>
internal sealed class MailFields
{
    private const int LongestValue = 4096;
    private const int LongestName = 76;

    private static readonly string[] Wanted = ["content-type", "content-transfer-encoding", "content-disposition", "date"];

    private readonly Dictionary<string, List<byte>> _values = new(StringComparer.Ordinal);
    private List<byte>? _current;

    /// <summary>The type of its body; <c>text/plain</c> where it names none, or none that can be read (RFC 2045 section 5.2).</summary>
    public ContentType Type => ValueOf("content-type") is { } value && ContentType.TryParse(value, out var type) ? type : new ContentType("text", "plain");

    /// <summary>Whether it names a type at all.</summary>
    public bool HasType => _values.ContainsKey("content-type");

    /// <summary>How its body is encoded, in lower case; empty where it does not say.</summary>
    public string Encoding => ValueOf("content-transfer-encoding") is { } value
        ? System.Text.Encoding.Latin1.GetString(value).Trim().Split(';', ' ')[0].ToLowerInvariant()
        : "";

    /// <summary>The name of the file it was; empty where it names none.</summary>
    public string FileName =>
        ValueOf("content-disposition") is { } value && ContentDisposition.TryParse(value, out var disposition) && disposition.FileName is { Length: > 0 } name
            ? name
            : Type.Name ?? "";

    /// <summary>When the mail was sent; null where it does not say, or not in a way that can be read.</summary>
    public Instant? Date => ValueOf("date") is { } value ? QuotedDates.TryRead(value) : null;

    /// <summary>Takes a line of a header; false where it can be none, so that the header has ended.</summary>
    public bool Take(ReadOnlySpan<byte> line)
    {
        if (line[0] is (byte)' ' or (byte)'\t')
        {
            Keep(line);
            return true;
        }

        if (NameOf(line) is not { } name)
        {
            return false;
        }

        // Of a field that stands twice the first counts.
        _current = Array.IndexOf(Wanted, name) >= 0 && !_values.ContainsKey(name) ? _values[name] = [] : null;
        Keep(line[(name.Length + 1)..]);
        return true;
    }

    /// <summary>The name of the field that a line begins, in lower case; null where it begins none (RFC 5322 section 2.2).</summary>
    public static string? NameOf(ReadOnlySpan<byte> line)
    {
        var colon = line[..Math.Min(line.Length, LongestName)].IndexOf((byte)':');
        return colon > 0 && !line[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~')
            ? System.Text.Encoding.ASCII.GetString(line[..colon]).ToLowerInvariant()
            : null;
    }

    private void Keep(ReadOnlySpan<byte> text)
    {
        if (_current is not null && _current.Count + text.Length <= LongestValue)
        {
            _current.AddRange(text);
        }
    }

    private byte[]? ValueOf(string name) => _values.TryGetValue(name, out var value) ? [.. value] : null;
}
