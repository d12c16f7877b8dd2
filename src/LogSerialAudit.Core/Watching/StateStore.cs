using LogSerialAudit.Watching.State;

namespace LogSerialAudit.Watching;

/// <summary>What the last check left for this one, locked until it is disposed of.</summary>
public sealed class StateStore : IDisposable
{
    private readonly string _path;
    private readonly StateLock? _lock;
    private readonly StateDisk _disk;
    private bool _isHeld;

    private StateStore(string path, StateLock? held, StateDisk disk, WatchState? state) => (_path, _lock, _disk, State) = (path, held, disk, state);

    /// <summary>Whether there is no earlier check.</summary>
    public bool IsNew => State is null;

    /// <summary>What the last check knew; null where there is none.</summary>
    internal WatchState? State { get; private set; }

    /// <summary>Opens a state; null where that can't be.</summary>
    /// <param name="path">The file; it need not exist.</param>
    /// <param name="isReadOnly">Whether nothing is to be changed: then it is not locked either.</param>
    /// <param name="error">Why not, a sentence without a full stop; null where there is a store.</param>
    public static StateStore? TryOpen(string path, bool isReadOnly, out string? error) => TryOpen(path, isReadOnly, StateDisk.Real, out error);

    /// <inheritdoc cref="TryOpen(string, bool, out string?)"/>
    internal static StateStore? TryOpen(string path, bool isReadOnly, StateDisk disk, out string? error)
    {
        error = null;
        var held = isReadOnly ? null : StateLock.TryTake(path, out error);
        if (error is null && StateFile.TryRead(path, out var state, out error))
        {
            // Before anything is told: what is killed on the way to the file tells nothing twice.
            return new StateStore(new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName, held, disk, state);
        }

        held?.Dispose();
        return null;
    }

    /// <summary>Goes on from what a check knows, without writing it yet. To be called when all that it says was delivered.</summary>
    /// <param name="watch">The check.</param>
    public void Hold(Watch watch) => (State, _isHeld) = (watch.Keep(), true);

    /// <summary>Keeps what a check knows. To be called when all that it says was delivered.</summary>
    /// <param name="watch">The check.</param>
    /// <exception cref="InvalidOperationException">The state was opened read-only.</exception>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Commit(Watch watch)
    {
        Hold(watch);
        Write();
    }

    /// <summary>Writes what is held and was not written yet.</summary>
    /// <inheritdoc cref="Commit"/>
    public void Write()
    {
        if (_lock is null)
        {
            throw new InvalidOperationException("The state was opened to be read only.");
        }

        if (_isHeld)
        {
            StateFile.Replace(_path, State!, _disk);
            _isHeld = false;
        }
    }

    /// <summary>Lets go of the lock.</summary>
    public void Dispose() => _lock?.Dispose();
}
