namespace LogSerialAudit.History;

/// <summary>Which process each writer of a file is, and from which event on: it changes only where a server starts or has ended.</summary>
internal sealed class ObserverTurns
{
    private readonly List<(int Place, int File, int Writer, Process Process)> _turns = [];

    public void Add(int place, int file, int writer, Process process) => _turns.Add((place, file, writer, process));

    /// <summary>Whether events have different observers.</summary>
    public bool HaveSeveral => _turns.Exists(turn => turn.Process.Observer != _turns[0].Process.Observer);

    /// <summary>Begins to look at events, in time order.</summary>
    public Cursor Begin() => new(_turns);

    internal sealed class Cursor(List<(int Place, int File, int Writer, Process Process)> turns)
    {
        private readonly List<Observer?[]> _current = [];
        private int _next;

        /// <summary>The observer of the last event, and from which place on it may be another.</summary>
        private (int File, int Writer, Observer? Observer, int Until) _last;

        /// <summary>The observer of the event at a place; places come in ascending order, perhaps not all.</summary>
        public Observer At(int place, int file, int writer)
        {
            if (file == _last.File && writer == _last.Writer && place < _last.Until)
            {
                return _last.Observer!;
            }

            for (; _next < turns.Count && turns[_next].Place <= place; _next++)
            {
                Set(turns[_next].File, turns[_next].Writer, turns[_next].Process.Observer!);
            }

            _last = (file, writer, _current[file][writer], _next < turns.Count ? turns[_next].Place : int.MaxValue);
            return _last.Observer!;
        }

        private void Set(int file, int writer, Observer observer)
        {
            while (_current.Count <= file)
            {
                _current.Add([]);
            }

            if (_current[file].Length <= writer)
            {
                var grown = _current[file];
                Array.Resize(ref grown, Math.Max(writer + 1, grown.Length * 2));
                _current[file] = grown;
            }

            _current[file][writer] = observer;
        }
    }
}
