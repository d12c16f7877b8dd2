using System.Text;
using LogSerialAudit.Messages.Language;
using LogSerialAudit.Messages.Matching;

namespace LogSerialAudit.Messages;

/// <summary>Knows the messages of one server. Safe to use from several threads.</summary>
public sealed class MessageMatcher
{
    [ThreadStatic]
    private static Scratch? _scratch;

    /// <summary>Compiled when it is first needed: most logs are of one server.</summary>
    private readonly Lazy<Place> _beginning;

    /// <summary>The bytes with which a message can begin, so that one of another server costs a look.</summary>
    private readonly bool[] _firsts = new bool[256];

    internal MessageMatcher(ServerShapes server)
    {
        Server = server.Server;
        foreach (var variant in server.Shapes.SelectMany(shape => shape.Variants))
        {
            NoteFirst(variant);
        }

        _beginning = new Lazy<Place>(() =>
        {
            var builder = new MatcherBuilder();
            foreach (var shape in server.Shapes)
            {
                builder.Add(shape);
            }

            return new Place(builder.Root);
        });
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
        if (!message.IsEmpty && !_firsts[message[0]])
        {
            return false;
        }

        var walk = new Walk(message, _scratch ??= new Scratch(), ref match);
        _beginning.Value.Go(ref walk, 0, 0);
        return walk.Best != int.MaxValue;
    }

    private void NoteFirst(IReadOnlyList<PatternPart> variant)
    {
        var first = variant.FirstOrDefault(part => part is not (PatternPart.Literal { Text: "" } or PatternPart.Capture { Type: CaptureType.Here }));
        if (first is PatternPart.Literal literal)
        {
            _firsts[Encoding.UTF8.GetBytes(literal.Text)[0]] = true;
        }
        else
        {
            Array.Fill(_firsts, true);
        }
    }
}
