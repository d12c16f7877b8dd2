using System.Globalization;

namespace LogSerialAudit.Core.Tests.Sources.Codecs;

/// <summary>Files made by bzip2 1.0.8, xz 5.8, zstd 1.5 and lz4 1.10 of the texts below.</summary>
internal static class PackedFile
{
    /// <summary>The text of <c>small.*</c>.</summary>
    public static string Small { get; } = Lines(30);

    /// <summary>The text of all others but <c>bomb.*</c>, which are newlines, 20 million.</summary>
    public static string Big { get; } = Lines(3000);

    public static byte[] Read(string name)
    {
        using var stream = typeof(PackedFile).Assembly.GetManifestResourceStream($"packed/{name}")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Lines(int count) => string.Concat(Enumerable.Range(1, count).Select(line => string.Create(
        CultureInfo.InvariantCulture,
        $"May 30 10:05:36 ns named[11750]: zone a{(long)line * line * 7919 % 100003}.org/IN: transferred serial {1558725628 + line}\n")));
}
