namespace LogSerialAudit.Daemons.Tests.Secondaries;

/// <summary>A server other than BIND that can be a secondary: how it is set up, and by which words it is known what it did.</summary>
/// <param name="Name">Its name, and that of its log without <c>.log</c>.</param>
/// <param name="Packages">What to install on Debian.</param>
internal abstract record SecondaryProgram(string Name, string Packages)
{
    public static IReadOnlyList<SecondaryProgram> All { get; } = [new Nsd(), new Knot(), new PowerDns()];

    public string Missing => $"{Name} is not installed (Debian: {Packages})";

    public abstract bool IsInstalled { get; }

    /// <summary>Whether its log is what it writes on standard output; else it writes a file of its own.</summary>
    public virtual bool LogsToOutput => false;

    /// <summary>Writes its configuration.</summary>
    /// <returns>The program and its arguments.</returns>
    public abstract Task<string[]> ConfigureAsync(string folder, string log, string zone, int port, int primaryPort, CancellationToken cancel);

    /// <summary>What its log says when a serial is in service.</summary>
    public abstract string Takes(string zone, uint serial);

    /// <summary>What its log says when it refuses a serial.</summary>
    public abstract string Refuses(string zone, uint offered);

    /// <summary>An address with a port in its spelling.</summary>
    public abstract string Address(int port);

    protected static Task WriteAsync(string folder, string name, string text, CancellationToken cancel) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), text, cancel);
}
