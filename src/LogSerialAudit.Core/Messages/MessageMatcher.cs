using LogSerialAudit.Messages.Language;
using LogSerialAudit.Messages.Matching;

namespace LogSerialAudit.Messages;

/// <summary>Knows the messages of one server. Safe to use from several threads.</summary>
public sealed class MessageMatcher
{
    [ThreadStatic]
    private static Scratch? _scratch;

    private readonly Place _beginning;

    internal MessageMatcher(ServerShapes server)
    {
        Server = server.Server;
        var builder = new MatcherBuilder();
        foreach (var shape in server.Shapes)
        {
            builder.Add(shape);
        }

        _beginning = new Place(builder.Root);
    }

    /// <summary>The server: <c>bind</c>.</summary>
    public string Server { get; }

    /// <summary>
    /// Finds the first entry, in the order of the catalogue, that the whole message matches, and what it says. Nothing is
    /// allocated; the time is bounded by the message's length. Where none matches, <paramref name="match"/> is unchanged.
    /// </summary>
    /// <param name="message">The message without stamp, host, program, and line end; UTF-8 or any bytes.</param>
    /// <param name="match">Filled on success; its slices are of <paramref name="message"/>.</param>
    public bool TryMatch(ReadOnlySpan<byte> message, ref MessageMatch match)
    {
        var walk = new Walk(message, _scratch ??= new Scratch(), ref match);
        _beginning.Go(ref walk, 0, 0);
        return walk.Best != int.MaxValue;
    }
}
