using System.Diagnostics.CodeAnalysis;
using System.Text;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Reports;

/// <summary>
/// Where a report goes: a file that appears whole or not at all, or standard output. What was not
/// <see cref="Complete"/>d is removed by <see cref="Dispose"/>.
/// </summary>
public sealed class OutputFile : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly Stream? _file;
    private readonly string? _temporary;
    private readonly string? _target;
    private readonly bool _overwrite;
    private bool _completed;

    private OutputFile(Stream content, Stream? file, string? temporary = null, string? target = null, bool overwrite = false)
    {
        Content = content;
        _file = file;
        _temporary = temporary;
        _target = target;
        _overwrite = overwrite;
    }

    /// <summary>Takes the bytes.</summary>
    public Stream Content { get; }

    /// <summary>Writes to <paramref name="stream"/> in large pieces; it stays open.</summary>
    public static OutputFile Over(Stream stream) => new(new BufferedStream(stream, BufferSize), file: null);

    /// <summary>Begins a file. It stands under a temporary name in the same folder until it is complete.</summary>
    /// <param name="path">Where it will be. Devices (<c>/dev/null</c>, <c>/dev/fd/63</c>) are written straight.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced; its permissions are kept, and a symbolic link is followed.</param>
    /// <param name="output">The file; null where false is returned.</param>
    /// <param name="error">One line without a full stop that says why not; null where true is returned.</param>
    /// <param name="beginning">What a file must begin with, or be empty, to be replaced; null where any may be.</param>
    /// <returns>False where there is such a file already or the folder can not be written.</returns>
    public static bool TryCreate(
        string path, bool overwrite, [NotNullWhen(true)] out OutputFile? output, [NotNullWhen(false)] out string? error, string? beginning = null)
    {
        output = null;
        var name = SafeText.Of(path);
        try
        {
            error = WhyNot(path, name, overwrite) ?? (beginning is not null && IsOther(path, beginning) ? $"cannot write {name}: something else is in it" : null);
            if (error is null)
            {
                output = Create(Path.GetFullPath(path), overwrite);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error = $"cannot write {name}: {Reason(exception)}";
        }

        return output is not null;
    }

    /// <summary>Looks whether a file may be begun, so that it is known before what may take long.</summary>
    /// <param name="path">Where it will be.</param>
    /// <param name="overwrite">Whether a file that is there may be replaced.</param>
    /// <param name="inputs">Paths of files that are read: none of them may.</param>
    /// <returns>One line without a full stop that says why not; null where nothing is known against it.</returns>
    public static string? WhyNot(string path, bool overwrite, IEnumerable<string> inputs)
    {
        var name = SafeText.Of(path);
        try
        {
            return WhyNot(path, name, overwrite)
                ?? (UnixFile.At(path) is { Type: UnixFileType.Regular } there && inputs.Any(input => UnixFile.At(input) == there) ? $"{name} is one of the files that are read; name another" : null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // To create it will fail for the same reason, which is told then.
            return null;
        }
    }

    /// <summary>Writes what is held back and gives the file its name.</summary>
    /// <exception cref="IOException">It could not be written, or another file took the name meanwhile.</exception>
    public void Complete()
    {
        Content.Flush();
        if (_temporary is not null)
        {
            ((FileStream)_file!).Flush(flushToDisk: true);
            _file.Dispose();
            File.Move(_temporary, _target!, _overwrite);
        }

        _completed = true;
    }

    /// <summary>Removes a file that is not complete.</summary>
    public void Dispose()
    {
        if (_temporary is null || _completed)
        {
            _file?.Dispose();
            return;
        }

        // Not Content.Dispose: that would write what is held back, which may be what failed.
        _file!.Dispose();
        try
        {
            File.Delete(_temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to be told.
        }
    }

    private static string? WhyNot(string path, string name, bool overwrite)
    {
        if (path.Length == 0)
        {
            return "the name of the output file is empty";
        }

        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path))
        {
            return $"{name} is a folder; name a file in it";
        }

        if (IsDevice(Path.GetFullPath(path)))
        {
            return null;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return !Directory.Exists(folder) ? $"cannot write {name}: there is no folder {SafeText.Of(folder)}"
            : File.Exists(path) && !overwrite ? $"{name} exists; --force replaces it"
            : null;
    }

    /// <summary>Whether a file has something in it that does not begin so.</summary>
    private static bool IsOther(string path, string beginning)
    {
        if (IsDevice(Path.GetFullPath(path)) || UnixFile.At(path).Type != UnixFileType.Regular)
        {
            return false;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var begin = new byte[Encoding.UTF8.GetByteCount(beginning)];
        var length = file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        return length > 0 && !begin.AsSpan(0, length).SequenceEqual(Encoding.UTF8.GetBytes(beginning));
    }

    private static OutputFile Create(string path, bool overwrite)
    {
        if (IsDevice(path))
        {
            var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            return new OutputFile(new BufferedStream(device, BufferSize), device);
        }

        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var target = link?.FullName ?? path;
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            options.UnixCreateMode = File.GetUnixFileMode(target);
        }

        var file = new FileStream(temporary, options);
        return new OutputFile(new BufferedStream(file, BufferSize), file, temporary, target, overwrite);
    }

    /// <summary>Devices can be written but must never be replaced by a file.</summary>
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows()
        && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal))
        && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static string Reason(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "the name is too long",
        FileNotFoundException => "there is no such device",
        DirectoryNotFoundException => "there is no such folder",
        _ => SafeText.Of(exception.Message.TrimEnd('.')),
    };
}
