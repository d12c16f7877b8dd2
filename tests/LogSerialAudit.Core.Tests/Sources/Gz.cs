using System.IO.Compression;
using System.Text;

namespace LogSerialAudit.Core.Tests.Sources;

/// <summary>Makes gzip files and the text in them.</summary>
internal static class Gz
{
    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Member(string text) => Member(Bytes(text));

    public static byte[] Member(byte[] text)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        // The library writes no file at all for no text.
        return file.ToArray() is { Length: > 0 } made ? made : [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    /// <summary>Lines that do not compress too well.</summary>
    public static string Lines(int count, int seed = 1)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var line = 1; line <= count; line++)
        {
            text.Append("May 30 10:05:36 ns named[11750]: zone a").Append(random.Next()).Append(".org/IN: transferred serial ").Append(1558725628 + line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What must be delivered of text that is cut after some bytes.</summary>
    public static string WholeLines(string text) => text[..(text.LastIndexOf('\n') + 1)];
}
