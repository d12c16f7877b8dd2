namespace LogSerialAudit.Messages.Language;

/// <summary>What all the files given say of one server.</summary>
internal sealed class ServerShapes
{
    private readonly Lazy<List<Shape>> _shapes;

    /// <summary>A server of which nothing was read yet.</summary>
    /// <param name="server">The server's name.</param>
    public ServerShapes(string server) => (Server, _shapes) = (server, new Lazy<List<Shape>>(() => []));

    /// <summary>A server whose entries are read when they are needed: most logs are of one server.</summary>
    /// <param name="server">The server's name.</param>
    /// <param name="programs">The programs that write its messages.</param>
    /// <param name="read">Reads its entries.</param>
    public ServerShapes(string server, IEnumerable<string> programs, Func<List<Shape>> read) =>
        (Server, Programs, _shapes) = (server, [.. programs], new Lazy<List<Shape>>(read));

    /// <summary>The server's name: <c>bind</c>.</summary>
    public string Server { get; }

    /// <summary>The programs that write its messages.</summary>
    public List<string> Programs { get; } = [];

    /// <summary>Its entries; an earlier one wins over a later one.</summary>
    public List<Shape> Shapes => _shapes.Value;
}
