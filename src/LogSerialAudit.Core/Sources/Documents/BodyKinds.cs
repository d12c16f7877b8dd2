using MimeKit;

namespace LogSerialAudit.Sources.Documents;

/// <summary>Chooses by a part's type and name.</summary>
internal static class BodyKinds
{
    private static readonly string[] LogNames = [".log", ".txt", ".out", "syslog", "messages", "daemon"];
    private static readonly string[] PackedEndings = [".gz", ".bz2", ".xz", ".zst", ".lz4", ".zip", ".7z", ".tar", ".tgz", ".Z"];

    /// <summary>What is done with a part.</summary>
    /// <param name="fields">Its header.</param>
    /// <param name="around">The kind of the multipart body around it, in lower case; empty where there is none.</param>
    public static BodyKind Of(MailFields fields, string around)
    {
        if (around == "digest" && !fields.HasType)
        {
            return BodyKind.Message; // RFC 2046 section 5.1.5
        }

        var (type, name) = (fields.Type, fields.FileName);
        return Is(type, "multipart") ? type.Boundary is { Length: > 0 and <= 200 } ? BodyKind.Multipart : BodyKind.Text
            : Is(type, "message") ? type.MediaSubtype.ToLowerInvariant() switch
            {
                "rfc822" or "global" or "news" => IsPlain(fields.Encoding) ? BodyKind.Message : BodyKind.Unread,
                _ => BodyKind.Text,
            }
            : Array.Exists(PackedEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? BodyKind.Unread
            : Is(type, "text") ? type.MediaSubtype.ToLowerInvariant() switch
            {
                "html" or "rtf" or "richtext" or "enriched" => around == "alternative" ? BodyKind.Nothing : BodyKind.Unread,
                "css" or "calendar" or "vcard" or "x-vcard" => BodyKind.Nothing,
                _ => BodyKind.Text,
            }
            : type.MediaSubtype.EndsWith("-signature", StringComparison.OrdinalIgnoreCase) ? BodyKind.Nothing
            : Is(type, "application") && Array.Exists(LogNames, part => name.Contains(part, StringComparison.OrdinalIgnoreCase)) ? BodyKind.Text
            : BodyKind.Unread;
    }

    private static bool Is(ContentType type, string mediaType) => type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(string encoding) => encoding is "" or "7bit" or "8bit" or "binary";
}
