using System.Text;

namespace LogSerialAudit.Core.Tests.Evidence.ZoneFiles;

/// <summary>Files that the programs of RCS 5.10.1 wrote.</summary>
internal static class KeptFile
{
    /// <summary>The bytes.</summary>
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(KeptFile).Assembly.GetManifestResourceStream($"zone-files/{name}") ?? throw new FileNotFoundException(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The text, a character a byte.</summary>
    public static string Text(string name) => Encoding.Latin1.GetString(Bytes(name));
}
