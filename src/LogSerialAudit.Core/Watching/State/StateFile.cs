using System.Globalization;
using System.Text;

namespace LogSerialAudit.Watching.State;

/// <summary>
/// The file that a state is kept in: a line that says what it is, in which format and with which checksum, and the state behind
/// it. It is replaced whole: written under another name in the same folder, synced, renamed, and the folder synced.
/// </summary>
internal static class StateFile
{
    private const string Magic = "logserialaudit-state";
    private const int Format = 1;
    private const long Largest = 1L << 30;

    /// <summary>Reads a state.</summary>
    /// <param name="path">The file.</param>
    /// <param name="state">The state; null where there is no such file yet, or where false is returned.</param>
    /// <param name="error">Why it can't be used, one sentence without a full stop; null where true is returned.</param>
    /// <returns>False where there is a file that can't be used.</returns>
    public static bool TryRead(string path, out WatchState? state, out string? error)
    {
        (state, error) = (null, null);
        byte[] bytes;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > Largest)
            {
                error = Refused(path, "is too large for a state");
                return false;
            }

            bytes = new byte[file.Length];
            file.ReadExactly(bytes);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            error = failure is UnauthorizedAccessException && Directory.Exists(path) ? $"{path} is a folder; a state is a file"
                : failure is UnauthorizedAccessException ? $"the state {path} may not be read"
                : $"the state {path} can't be read: {failure.Message.TrimEnd('.')}";
            return false;
        }

        error = WhyNot(path, bytes, out state);
        return error is null;
    }

    /// <summary>Replaces the state, so that after a crash at any moment there is the old one or the new one.</summary>
    /// <param name="path">The file, no link. Its folder exists.</param>
    /// <param name="state">The state.</param>
    /// <param name="disk">The disk.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Replace(string path, WatchState state, StateDisk disk)
    {
        var json = StateJson.Write(state);
        var head = string.Create(CultureInfo.InvariantCulture, $"{Magic} {Format} sha256 {ContentHash.HexOf(json)}\n");
        var fresh = path + ".new";
        disk.Delete(fresh);
        using (var file = disk.Create(fresh))
        {
            disk.Write(file, Encoding.ASCII.GetBytes(head));
            disk.Write(file, json);
            disk.Write(file, "\n"u8);
            disk.Sync(file);
        }

        disk.Rename(fresh, path);
        disk.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static string? WhyNot(string path, byte[] bytes, out WatchState? state)
    {
        state = null;
        var end = bytes.AsSpan().IndexOf((byte)'\n');
        var words = end is < 0 or > 200 ? [] : Encoding.Latin1.GetString(bytes, 0, end).Split(' ');
        if (words is not [Magic, var format, ..])
        {
            return Refused(path, bytes.Length == 0 ? "is empty, which no state is" : "is not a state, or is damaged");
        }

        if (!int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < Format)
        {
            return Refused(path, "is damaged");
        }

        if (number > Format)
        {
            return Refused(path, $"was written by a newer version (format {number}; this version knows {Format})");
        }

        var json = bytes.AsSpan(end + 1).TrimEnd((byte)'\n');
        if (words is not [_, _, "sha256", var sum] || sum != ContentHash.HexOf(json))
        {
            return Refused(path, "is damaged: its checksum is wrong");
        }

        state = StateJson.Read(json);
        return state is null ? Refused(path, "is damaged") : null;
    }

    private static string Refused(string path, string why) =>
        $"the state {path} {why}; it is left as it is. Name another with --state, or move it away to begin anew: then all logs are read from their beginning, and what is open is told again";
}
