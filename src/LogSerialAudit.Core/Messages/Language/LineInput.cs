using Sprache;

namespace LogSerialAudit.Messages.Language;

/// <summary>
/// A place in a line. Sprache's own input makes a dictionary for each character; a catalogue is read at every start, so
/// this one makes none, and can go on by more than one character.
/// </summary>
internal sealed class LineInput(string source, int position) : IInput
{
    private static readonly Dictionary<object, object> NoMemos = [];

    /// <inheritdoc/>
    public string Source => source;

    /// <inheritdoc/>
    public char Current => source[position];

    /// <inheritdoc/>
    public bool AtEnd => position == source.Length;

    /// <inheritdoc/>
    public int Position => position;

    /// <inheritdoc/>
    public int Line => 1;

    /// <inheritdoc/>
    public int Column => position + 1;

    /// <summary>Nothing: only <c>Parse.Ref</c> remembers, and the grammar does without.</summary>
    public IDictionary<object, object> Memos => NoMemos;

    /// <summary>Text of one character or more, as long as they belong to it.</summary>
    public static Parser<string> Run(Func<char, bool> belongs, string name) => input =>
    {
        var end = input.Position;
        while (end < input.Source.Length && belongs(input.Source[end]))
        {
            end++;
        }

        return end == input.Position
            ? Result.Failure<string>(input, "unexpected", [name])
            : Result.Success(input.Source[input.Position..end], new LineInput(input.Source, end));
    };

    /// <inheritdoc/>
    public IInput Advance() => AtEnd
        ? throw new InvalidOperationException("The input is already at the end of the source.")
        : new LineInput(source, position + 1);

    /// <inheritdoc/>
    public bool Equals(IInput? other) => other is not null && other.Position == position && other.Source == source;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IInput);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(source, position);
}
