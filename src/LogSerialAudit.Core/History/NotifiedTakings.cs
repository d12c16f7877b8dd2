using LogSerialAudit.Messages;

namespace LogSerialAudit.History;

/// <summary>
/// Counts, history by history, how many serials were transferred after a NOTIFY had come for the zone, and how many came since
/// without one.
/// </summary>
internal sealed class NotifiedTakings
{
    private readonly PerHistory<State> _states = new();

    /// <summary>Takes the next row in time order.</summary>
    public void Follow(in EventRow row)
    {
        if (row.Kind is EventKind.NotifyReceived or EventKind.NotifyNewer or EventKind.NotifyNoSerial or EventKind.NotifyUpToDate)
        {
            ref var state = ref _states[row.History];
            (state.Come, state.Heard) = (row.Place + 1, row.Place + 1);
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
    /// log has NOTIFYs for other zones later; with how many came after one, and the transfers without one, oldest first.
    /// </summary>
    /// <param name="takings">All takings.</param>
    /// <param name="histories">The histories, in their order.</param>
    /// <param name="least">How many serials there must be of both.</param>
    public IEnumerable<(SerialHistory History, int Notified, IReadOnlyList<SerialTaking> Since)> Ceased(Takings takings, IReadOnlyList<SerialHistory> histories, int least)
    {
        var heard = new Dictionary<Observer, LastHeard>();
        var ceased = new HashSet<SerialHistory>();
        foreach (var history in histories)
        {
            var state = _states.Of(history);
            heard[history.Observer] = heard.GetValueOrDefault(history.Observer).With(history.Zone.Name, state.Heard);
            if (state.With >= least && state.Without >= least && state.Come < state.Taken)
            {
                ceased.Add(history);
            }
        }

        return ceased.Count == 0 ? [] :
            from taking in takings.Of(ceased.Contains)
            where taking.IsTransfer
            group taking by taking.History into all
            let state = _states.Of(all.Key)
            let since = all.TakeLast(state.Without).Where(taking => taking.Place < heard[all.Key.Observer].OtherThan(all.Key.Zone.Name)).ToList()
            where since.Count >= least
            orderby all.Key.Number
            select (all.Key, state.With, (IReadOnlyList<SerialTaking>)since);
    }

    /// <summary>The last NOTIFY that an observer heard, and the last one for any other zone; a zone in another view is none.</summary>
    private readonly record struct LastHeard(string Zone, int Last, int Other)
    {
        public int OtherThan(string zone) => zone == Zone ? Other : Last;

        public LastHeard With(string zone, int place) =>
            zone == Zone ? this with { Last = Math.Max(Last, place) }
            : place > Last ? new LastHeard(zone, place, Last)
            : this with { Other = Math.Max(Other, place) };
    }

    /// <summary>Places are counted from 1; 0 is none.</summary>
    private struct State
    {
        /// <summary>The last NOTIFY of any kind.</summary>
        public int Come;

        /// <summary>The last one that was not refused.</summary>
        public int Heard;

        /// <summary>The last transfer.</summary>
        public int Taken;
        public int With;
        public int Without;
    }
}
