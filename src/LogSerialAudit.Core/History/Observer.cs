namespace LogSerialAudit.History;

/// <summary>The server whose log lines are from. There is one object for each, so observers are compared as such.</summary>
/// <param name="name">What it goes by.</param>
/// <param name="host">Its host.</param>
public sealed class Observer(string name, string host)
{
    /// <summary>What it goes by: its host, with the program or the process where one host has several.</summary>
    public string Name { get; } = name;

    /// <summary>The same as it stands in tables.</summary>
    internal Reports.CellWord Word => field ??= new(Name);

    /// <summary>The host, or the name of the log where lines name no host: what <c>--host</c> and <c>--log-zone NAME=</c> speak of.</summary>
    public string Host { get; } = host;

    /// <summary>Whether its lines name no host, so that it goes by the name of its log.</summary>
    public bool IsLog { get; internal set; }

    /// <summary>What is said to an operator who is to go there: a file is no place to type a command.</summary>
    internal string Place => IsLog ? $"the server of {Name}" : Name;

    /// <summary>The server program as its lines name it (<c>named</c>, <c>nsd</c>); empty where they name none.</summary>
    public string Program { get; internal set; } = "";
}
