using System.Text;

namespace LogSerialAudit.Core.Tests.Evidence;

/// <summary>A file of evidence for a test, which goes with it.</summary>
internal sealed class EvidenceFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("evidence").FullName;

    /// <summary>Writes a text, a character a byte.</summary>
    public EvidenceFile(string text, string name = "evidence.txt")
    {
        Path = System.IO.Path.Combine(_folder, name);
        File.WriteAllBytes(Path, Encoding.UTF8.GetBytes(text));
        File.SetLastWriteTimeUtc(Path, new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Takes it away.</summary>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
