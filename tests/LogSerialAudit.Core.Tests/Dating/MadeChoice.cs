namespace LogSerialAudit.Core.Tests.Dating;

/// <summary>What chance decides in a made log.</summary>
internal sealed class MadeChoice(int seed)
{
    public Random Random { get; } = new(seed);

    public double Share() => Random.NextDouble();

    public bool Happens(double share) => Random.NextDouble() < share;

    /// <summary>A whole number from the one to below the other.</summary>
    public int Between(int least, int below) => Random.Next(least, below);

    public T Of<T>(IReadOnlyList<T> these) => these[Random.Next(these.Count)];

    public double LogUniform(double least, double most) => least * Math.Exp(Random.NextDouble() * Math.Log(most / least));
}
