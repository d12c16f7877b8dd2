using System.IO.Compression;
using System.Text;

namespace LogSerialAudit.Cli.Tests.World;

/// <summary>A temporary folder with logs, gone after the test.</summary>
internal sealed class LogFolder : IDisposable
{
    /// <summary>A rollback of one zone, complained of twice and mended; three events and a half of one zone, one of another, one line of noise.</summary>
    public const string Rollback = """
        2019-05-25T15:48:06Z ns2 named[7]: zone example.org/IN: transferred serial 1558799284
        2019-05-25T16:00:00Z ns2 named[7]: zone example.org/IN: serial number (1558725628) received from master 192.0.2.1#53 < ours (1558799284)
        2019-05-25T16:00:01Z ns2 sshd[99]: Accepted publickey for operator
        2019-05-25T16:30:00Z ns2 named[7]: zone example.org/IN: serial number (1558725628) received from master 192.0.2.1#53 < ours (1558799284)
        2019-05-25T16:45:00Z ns3 named[8]: zone example.net/IN: loaded serial 4711
        2019-05-25T17:00:00Z ns2 named[7]: zone example.org/IN: transferred serial 1558803600

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("logserialaudit-");

    public string Path => _folder.FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public IEnumerable<string> Names => _folder.EnumerateFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
    }
}
