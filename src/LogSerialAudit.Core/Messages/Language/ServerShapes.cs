namespace LogSerialAudit.Messages.Language;

/// <summary>What all the files given say of one server.</summary>
internal sealed class ServerShapes(string server)
{
    /// <summary>The server's name: <c>bind</c>.</summary>
    public string Server { get; } = server;

    /// <summary>The programs that write its messages.</summary>
    public List<string> Programs { get; } = [];

    /// <summary>Its entries; an earlier one wins over a later one.</summary>
    public List<Shape> Shapes { get; } = [];
}
