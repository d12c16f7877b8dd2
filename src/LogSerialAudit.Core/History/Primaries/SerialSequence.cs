namespace LogSerialAudit.History.Primaries;

/// <summary>The serials of one version of a zone at its primary, in the order of time.</summary>
public sealed class SerialSequence
{
    /// <summary>As many setbacks as are kept; the count tells of all.</summary>
    private const int MostSetbacks = 100;

    private readonly List<PrimaryStep> _setbacks = [];

    /// <summary>The first serial that the log shows; null where it shows none.</summary>
    public PrimaryStep? First { get; private set; }

    /// <summary>The last one.</summary>
    public PrimaryStep? Last { get; private set; }

    /// <summary>How many serials there are, one after the other: a serial that comes back counts again.</summary>
    public long Serials { get; private set; }

    /// <summary>The first of the steps that do not go forward.</summary>
    public IReadOnlyList<PrimaryStep> Setbacks => _setbacks;

    /// <summary>How many steps do not go forward.</summary>
    public long SetbackCount { get; private set; }

    /// <summary>Whether there are serials, and all steps go forward.</summary>
    public bool IsMonotone => Serials > 0 && SetbackCount == 0;

    /// <summary>Takes a step.</summary>
    internal void Add(PrimaryStep step)
    {
        First ??= step;
        Last = step;
        Serials++;
        if (step.IsSetback)
        {
            SetbackCount++;
            if (_setbacks.Count < MostSetbacks)
            {
                _setbacks.Add(step);
            }
        }
    }
}
