using LogSerialAudit.Messages;

namespace LogSerialAudit.History;

/// <summary>
/// Counts, history by history, how many serials were transferred after a NOTIFY had come for the zone, and how many came since
/// without one.
/// </summary>
internal sealed class NotifiedTakings
{
    private readonly PerHistory<State> _states = new();

    /// <summary>The NOTIFYs that observers heard, log file by log file: one may have the transfers, and another one the NOTIFYs.</summary>
    private readonly Dictionary<(Observer Observer, string File), LastHeard> _heard = [];

    /// <summary>Those of the last line's observer and file: mostly the next one is theirs too.</summary>
    private (Observer? Observer, string File, LastHeard Heard) _log = (null, "", default);

    /// <summary>Takes the next row in time order.</summary>
    public void Follow(in EventRow row)
    {
        if (row.Kind is EventKind.NotifyReceived or EventKind.NotifyNewer or EventKind.NotifyNoSerial or EventKind.NotifyUpToDate)
        {
            ref var state = ref _states[row.History];
            state.Come = row.Place + 1;
            if (row.History.Observer != _log.Observer || row.Source.File != _log.File)
            {
                Turn(row.History.Observer, row.Source.File);
            }

            _log.Heard = _log.Heard.With(row.History, state.Come);
        }
        else if (row.Kind == EventKind.NotifyRefused)
        {
            // It came, but a log may have such lines and not those of the others.
            _states[row.History].Come = row.Place + 1;
        }
    }

    /// <summary>Takes a row by which a new serial was transferred.</summary>
    public void Take(in EventRow row)
    {
        ref var state = ref _states[row.History];
        (state.With, state.Without) = state.Come > state.Taken ? (state.With + 1, 0) : (state.With, state.Without + 1);
        state.Taken = row.Place + 1;
    }

    /// <summary>
    /// The histories whose last serials were transferred without a NOTIFY, though some had come after one before, and though the observer's
    /// log has NOTIFYs for other zones later, and every file of it that has one of these transfers has some too; with how many came after one, the
    /// last of them, and the transfers without one, oldest first.
    /// </summary>
    /// <param name="takings">All takings.</param>
    /// <param name="histories">The histories, in their order.</param>
    /// <param name="least">How many serials there must be of both.</param>
    public IEnumerable<(SerialHistory History, int Notified, SerialTaking? Last, IReadOnlyList<SerialTaking> Since)> Ceased(Takings takings, IReadOnlyList<SerialHistory> histories, int least)
    {
        Turn(null, "");
        var ceased = new HashSet<SerialHistory>();
        foreach (var history in histories)
        {
            var state = _states.Of(history);
            if (state.With >= least && state.Without >= least && state.Come < state.Taken)
            {
                ceased.Add(history);
            }
        }

        var logs = _heard.ToLookup(log => log.Key.Observer, log => log.Value);
        return ceased.Count == 0 ? [] :
            from taking in takings.Of(ceased.Contains)
            where taking.IsTransfer
            group taking by taking.History into all
            let state = _states.Of(all.Key)
            let last = logs[all.Key.Observer].Select(log => log.OtherThan(all.Key)).DefaultIfEmpty().Max()
            let since = all.TakeLast(state.Without).TakeWhile(taking => taking.Place < last).ToList()
            let other = since.FindLastIndex(taking => _heard.GetValueOrDefault((all.Key.Observer, taking.Source.File)).OtherThan(all.Key) == 0)
            where since.Count - other - 1 >= least
            orderby all.Key.Number
            select (all.Key, state.With, other < 0 ? all.SkipLast(state.Without).LastOrDefault() : since[other], (IReadOnlyList<SerialTaking>)since[(other + 1)..]);
    }

    /// <summary>Goes over to another log.</summary>
    private void Turn(Observer? observer, string file)
    {
        if (_log.Observer is { } before)
        {
            _heard[(before, _log.File)] = _log.Heard;
        }

        _log = (observer, file, observer is null ? default : _heard.GetValueOrDefault((observer, file)));
    }

    /// <summary>The last NOTIFY that an observer heard, and the last one for any other zone; a zone in another view is none.</summary>
    private readonly record struct LastHeard(SerialHistory? Of, int Last, int Other)
    {
        public int OtherThan(SerialHistory history) => IsOf(history) ? Other : Last;

        public LastHeard With(SerialHistory history, int place) => IsOf(history) ? this with { Last = place } : new LastHeard(history, place, Last);

        private bool IsOf(SerialHistory history) => history == Of || history.Zone.Name == Of?.Zone.Name;
    }

    /// <summary>Places are counted from 1; 0 is none.</summary>
    private struct State
    {
        /// <summary>The last NOTIFY of any kind.</summary>
        public int Come;

        /// <summary>The last transfer.</summary>
        public int Taken;
        public int With;
        public int Without;
    }
}
