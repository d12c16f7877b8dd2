using System.Collections.Concurrent;
using LogSerialAudit.Sources;

namespace LogSerialAudit.Cli.Commands.Checking;

/// <summary>Tells when something is done to one of some logs. Where the system can't tell, nothing is: whoever waits looks by himself after a while.</summary>
internal sealed class LogEvents : IDisposable
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileSystemWatcher?> _folders = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _events = new(0, 1);

    /// <summary>Sets which logs it is about.</summary>
    public void Watch(IEnumerable<RotationSet> logs)
    {
        var folders = logs.GroupBy(log => log.Folder, StringComparer.Ordinal).ToDictionary(folder => folder.Key, folder => folder.Select(log => Stem(log.BaseName)).ToList());
        foreach (var gone in _folders.Keys.Except(folders.Keys).ToList())
        {
            _folders[gone]?.Dispose();
            _folders.Remove(gone);
        }

        foreach (var (folder, names) in folders)
        {
            _names[folder] = names;
            if (!_folders.TryGetValue(folder, out var watcher) || watcher is null)
            {
                _folders[folder] = Open(folder);
            }
        }
    }

    /// <summary>Waits until something was done since the last time, or so long.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancellationToken) => _events.WaitAsync(most, cancellationToken);

    /// <summary>Watches no more.</summary>
    public void Dispose()
    {
        foreach (var watcher in _folders.Values)
        {
            watcher?.Dispose();
        }

        _events.Dispose();
    }

    /// <summary>What all names of a log begin with: <c>daemon</c> of <c>daemon.log</c>, because of <c>daemon-20190530.log</c>.</summary>
    private static string Stem(string baseName) => Path.GetFileNameWithoutExtension(baseName) is { Length: > 0 } stem ? stem : baseName;

    private FileSystemWatcher? Open(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.Size | NotifyFilters.LastWrite };
            watcher.Changed += (_, change) => Take(folder, change.Name);
            watcher.Created += (_, change) => Take(folder, change.Name);
            watcher.Renamed += (_, change) => Take(folder, change.OldName);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // Too many are watched already, or the folder has just gone.
            return null;
        }
    }

    private void Take(string folder, string? name)
    {
        if (name is null || (_names.TryGetValue(folder, out var names) && names.Any(stem => name.StartsWith(stem, StringComparison.Ordinal))))
        {
            try
            {
                _events.Release();
            }
            catch (Exception error) when (error is SemaphoreFullException or ObjectDisposedException)
            {
                // One is enough.
            }
        }
    }
}
