using LogSerialAudit.Messages.Language;
using LogSerialAudit.Messages.Matching;

namespace LogSerialAudit.Messages;

/// <summary>Knows the messages of one server. Safe to use from several threads.</summary>
public sealed class MessageMatcher
{
    [ThreadStatic]
    private static Scratch? _scratch;

    private readonly Lock _compiling = new();
    private readonly ServerShapes _shapes;

    /// <summary>Compiled when it is first needed: most logs are of one server.</summary>
    private volatile Place? _beginning;

    private volatile FirstBytes? _firsts;

    internal MessageMatcher(ServerShapes server) => _shapes = server;

    /// <summary>The server: <c>bind</c>.</summary>
    public string Server => _shapes.Server;

    /// <summary>
    /// Finds the first entry, in the order of the catalogue, that the whole message matches, and what it says. Nothing is
    /// allocated; the time is bounded by the message's length. Where none matches, <paramref name="match"/> is unchanged.
    /// </summary>
    /// <param name="message">The message without stamp, host, program, and line end; UTF-8 or any bytes.</param>
    /// <param name="match">Filled on success; its slices are of <paramref name="message"/>.</param>
    public bool TryMatch(ReadOnlySpan<byte> message, ref MessageMatch match)
    {
        if (!message.IsEmpty && !(_firsts ??= new FirstBytes(_shapes.Shapes)).Contains(message[0]))
        {
            return false;
        }

        var walk = new Walk(message, _scratch ??= new Scratch(), ref match);
        (_beginning ?? Compile()).Go(ref walk, 0, 0);
        return walk.Best != int.MaxValue;
    }

    private Place Compile()
    {
        lock (_compiling)
        {
            if (_beginning is { } compiled)
            {
                return compiled;
            }

            var builder = new MatcherBuilder();
            foreach (var shape in _shapes.Shapes)
            {
                builder.Add(shape);
            }

            return _beginning = new Place(builder.Root);
        }
    }
}
