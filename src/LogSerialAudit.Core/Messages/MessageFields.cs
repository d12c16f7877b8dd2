using System.Globalization;
using System.Text;

namespace LogSerialAudit.Messages;

/// <summary>The fields of a match as text, for people and for checks; never used for every line.</summary>
public static class MessageFields
{
    /// <summary>
    /// Names and values in a fixed order: zone, class, view, side, serial, previous, raw, peer, key, detail, count. A field
    /// that the message does not have is left out.
    /// </summary>
    /// <param name="match">What was found.</param>
    /// <param name="message">The message that was given to the matcher.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(in MessageMatch match, ReadOnlySpan<byte> message)
    {
        var fields = new List<KeyValuePair<string, string>>();
        Add(fields, "zone", Encoding.UTF8.GetString(match.ZoneName(message)));
        Add(fields, "class", Text(match.Class, message));
        Add(fields, "view", Text(match.View, message));
        Add(fields, "side", match.Side == ZoneSide.None ? string.Empty : match.Side == ZoneSide.Raw ? "raw" : "signed");
        Add(fields, "serial", match.Serial?.ToString());
        Add(fields, "previous", match.Previous?.ToString());
        Add(fields, "raw", match.Raw?.ToString());
        Add(fields, "peer", Text(match.Peer, message));
        Add(fields, "key", Text(match.Key, message));
        Add(fields, "detail", Text(match.Detail, message));
        Add(fields, "count", match.Count == 0 ? string.Empty : match.Count.ToString(CultureInfo.InvariantCulture));
        return fields;
    }

    private static string Text(Slice slice, ReadOnlySpan<byte> message) => Encoding.UTF8.GetString(slice.Of(message));

    private static void Add(List<KeyValuePair<string, string>> fields, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            fields.Add(new(name, value));
        }
    }
}
