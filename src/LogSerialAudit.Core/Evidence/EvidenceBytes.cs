using System.Text;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Evidence;

/// <summary>Reads a file of evidence as a whole, plain or compressed.</summary>
internal static class EvidenceBytes
{
    /// <summary>A longer file is not read: it is held in memory.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The file, a character a byte, so that nothing is lost; null, and an error, where it can't be read.</summary>
    /// <param name="path">The path as given.</param>
    /// <param name="errors">Takes what can't be read.</param>
    public static string? Read(string path, ICollection<EvidenceError> errors)
    {
        if (!File.Exists(path))
        {
            errors.Add(new EvidenceError(path, 0, 0, $"no such file: {path}"));
            return null;
        }

        try
        {
            using var file = File.OpenRead(path);
            using var bytes = ByteSource.Over(file, null);
            return Read(path, bytes, errors);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.Add(new EvidenceError(path, 0, 0, $"can't be read: {error.Message.TrimEnd('.')}"));
            return null;
        }
    }

    private static string? Read(string path, ByteSource bytes, ICollection<EvidenceError> errors)
    {
        var text = new StringBuilder();
        Span<byte> block = new byte[65536];
        while (bytes.ReadFully(block) is var count and > 0)
        {
            if (text.Length + count > MostBytes)
            {
                errors.Add(new EvidenceError(path, 0, 0, $"longer than {MostBytes} bytes, and not read"));
                return null;
            }

            _ = text.Append(Encoding.Latin1.GetString(block[..count]));
        }

        if (bytes.Fault is { } fault)
        {
            errors.Add(new EvidenceError(path, 0, 0, fault.Text));
        }

        return text.ToString();
    }
}
