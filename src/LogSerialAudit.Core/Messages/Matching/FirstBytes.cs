using System.Text;
using LogSerialAudit.Messages.Language;

namespace LogSerialAudit.Messages.Matching;

/// <summary>The bytes with which the messages of a server can begin, so that a message of another server costs a look.</summary>
internal sealed class FirstBytes
{
    private readonly bool[] _can = new bool[256];

    /// <summary>The first bytes of all entries.</summary>
    public FirstBytes(IEnumerable<Shape> shapes)
    {
        foreach (var shape in shapes)
        {
            Note(shape.Parts);
        }
    }

    /// <summary>Whether a message can begin so.</summary>
    public bool Contains(byte first) => _can[first];

    /// <summary>Notes with what parts can begin; true where they can be nothing, so that it is what follows that begins.</summary>
    private bool Note(IReadOnlyList<PatternPart> parts)
    {
        foreach (var part in parts)
        {
            var canBeNothing = part switch
            {
                PatternPart.Literal literal => Note(literal.Text),
                PatternPart.Choice choice => choice.Texts.Aggregate(false, (any, text) => any | Note(text)),
                PatternPart.Optional optional => Note(optional.Parts) || true,
                PatternPart.Capture { Type: CaptureType.Here } => true,
                _ => NoteAll(),
            };
            if (!canBeNothing)
            {
                return false;
            }
        }

        return true;
    }

    private bool Note(string text)
    {
        if (text.Length > 0)
        {
            _can[Encoding.UTF8.GetBytes(text)[0]] = true;
        }

        return text.Length == 0;
    }

    private bool NoteAll()
    {
        Array.Fill(_can, true);
        return false;
    }
}
