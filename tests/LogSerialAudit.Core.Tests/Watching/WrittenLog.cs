using System.IO.Compression;

namespace LogSerialAudit.Core.Tests.Watching;

/// <summary>A log that a server writes to, and what may be done to it meanwhile.</summary>
internal sealed class WrittenLog(string folder, string name)
{
    private int _rotations;

    public string Path => System.IO.Path.Combine(folder, name);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(Path, FileMode.Append);
        file.Write(bytes);
    }

    /// <summary>Rotates the log in one of the ways of logrotate.</summary>
    public void Rotate(Rotation how)
    {
        if (how == Rotation.None || !File.Exists(Path))
        {
            return;
        }

        _rotations++;
        var isDated = how is Rotation.DateExt or Rotation.DateExtCompress;
        var rotated = isDated ? $"{Path}-201906{_rotations:00}" : $"{Path}.1";
        if (!isDated)
        {
            Shift();
        }

        switch (how)
        {
            case Rotation.CopyTruncate or Rotation.CopyTruncateCompress:
                File.Copy(Path, rotated);
                using (new FileStream(Path, FileMode.Truncate))
                {
                }

                break;
            default:
                File.Move(Path, rotated);
                File.Create(Path).Dispose();
                break;
        }

        if (how is Rotation.Compress or Rotation.CopyTruncateCompress or Rotation.DateExtCompress)
        {
            Compress(rotated);
        }
    }

    private void Shift()
    {
        for (var number = 50; number > 0; number--)
        {
            foreach (var ending in new[] { "", ".gz" })
            {
                var path = $"{Path}.{number}{ending}";
                if (File.Exists(path))
                {
                    File.Move(path, $"{Path}.{number + 1}{ending}");
                    if (number == 1 && ending.Length == 0)
                    {
                        // As delaycompress does it.
                        Compress($"{Path}.2");
                    }
                }
            }
        }
    }

    public static void Compress(string path)
    {
        using (var packed = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest))
        {
            packed.Write(File.ReadAllBytes(path));
        }

        File.SetLastWriteTimeUtc(path + ".gz", File.GetLastWriteTimeUtc(path));
        File.Delete(path);
    }
}
