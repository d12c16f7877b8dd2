using MimeKit;

namespace LogSerialAudit.Sources.Documents;

/// <summary>Chooses by a part's type and name.</summary>
internal static class BodyKinds
{
    private static readonly string[] LogNames = [".log", ".txt", ".out", "syslog", "messages", "daemon"];
    private static readonly string[] PackedEndings = [".gz", ".bz2", ".xz", ".zst", ".lz4", ".zip", ".tar", ".tgz", ".tbz", ".txz", ".tzst"];
    private static readonly string[] OtherEndings = [".7z", ".Z", ".rar"];
    private static readonly string[] PackedTypes = ["gzip", "x-gzip", "x-bzip2", "bzip2", "x-xz", "zstd", "x-zstd", "x-lz4", "zip", "x-zip-compressed", "x-tar", "x-gtar", "x-compressed-tar"];

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
            : Ends(name, PackedEndings) ? BodyKind.Packed
            : Ends(name, OtherEndings) ? BodyKind.Unread
            : Is(type, "text") ? type.MediaSubtype.ToLowerInvariant() switch
            {
                "html" => around == "alternative" ? BodyKind.Nothing : BodyKind.Html,
                "rtf" or "richtext" or "enriched" => around == "alternative" ? BodyKind.Nothing : BodyKind.Unread,
                "css" or "calendar" or "vcard" or "x-vcard" => BodyKind.Nothing,
                _ => BodyKind.Text,
            }
            : Is(type, "application") && PackedTypes.Contains(type.MediaSubtype, StringComparer.OrdinalIgnoreCase) ? BodyKind.Packed
            : type.MediaSubtype.EndsWith("-signature", StringComparison.OrdinalIgnoreCase) ? BodyKind.Nothing
            : Is(type, "application") && Array.Exists(LogNames, part => name.Contains(part, StringComparison.OrdinalIgnoreCase)) ? BodyKind.Text
            : BodyKind.Unread;
    }

    private static bool Ends(string name, string[] endings) => Array.Exists(endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool Is(ContentType type, string mediaType) => type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(string encoding) => encoding is "" or "7bit" or "8bit" or "binary";
}
