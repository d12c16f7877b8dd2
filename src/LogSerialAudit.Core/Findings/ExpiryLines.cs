using LogSerialAudit.History;
using LogSerialAudit.Messages;

namespace LogSerialAudit.Findings;

/// <summary>The lines in which zones expire, with what failed before and what was taken after.</summary>
internal sealed class ExpiryLines
{
    /// <summary>As many expiries as are kept: more than any secondary has zones, and a flood of them does not fill memory.</summary>
    private const int Most = 1_000_000;
    private readonly PerHistory<FailedRefreshes> _failed = new();
    private readonly Dictionary<SerialHistory, Expiry> _last = [];
    private readonly List<Expiry> _all = [];

    /// <summary>Many zones are asked of few primaries.</summary>
    private readonly Dictionary<string, string> _primaries = new(StringComparer.Ordinal);

    /// <summary>All, in time order.</summary>
    public IReadOnlyList<Expiry> All => _all;

    /// <summary>Takes the next row in time order.</summary>
    public void Add(in EventRow row)
    {
        switch (row.Kind)
        {
            case EventKind.RefreshFailed or EventKind.RefreshSkipped or EventKind.TransferFailed when row.At.Exists:
                ref var failed = ref _failed[row.History];
                failed = failed.Count > 0 ? failed with { Count = failed.Count + row.Count }
                    : new FailedRefreshes(row.Count, row.At.At, row.At.Mark, row.At.HourMark, row.Source, Kept(row.Peer));
                break;
            case EventKind.Expired when _all.Count < Most:
                _last[row.History] = new Expiry(row.History, row.At, row.Source, _failed.Of(row.History));
                _all.Add(_last[row.History]);
                break;
            case EventKind.Transferred or EventKind.Loaded or EventKind.SoaUnchanged:
                if (_failed.Of(row.History).Count > 0)
                {
                    _failed[row.History] = default;
                }

                if (_last.Count > 0 && row.Kind != EventKind.SoaUnchanged && _last.Remove(row.History, out var expiry))
                {
                    expiry.Next = (row.Serial, row.At, row.Source);
                }

                break;
        }
    }

    private string Kept(string primary)
    {
        if (!_primaries.TryGetValue(primary, out var kept))
        {
            _primaries.Add(primary, kept = primary);
        }

        return kept;
    }
}
