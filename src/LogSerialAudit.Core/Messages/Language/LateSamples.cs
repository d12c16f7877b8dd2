using System.Collections;

namespace LogSerialAudit.Messages.Language;

/// <summary>The samples of an entry of a catalogue that is known to be right: they are read when someone wants to see them.</summary>
internal sealed class LateSamples(Lazy<IReadOnlyDictionary<int, IReadOnlyList<CatalogueSample>>> file, int line) : IReadOnlyList<CatalogueSample>
{
    private IReadOnlyList<CatalogueSample> Samples => file.Value[line];

    public int Count => Samples.Count;

    public CatalogueSample this[int index] => Samples[index];

    public IEnumerator<CatalogueSample> GetEnumerator() => Samples.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
