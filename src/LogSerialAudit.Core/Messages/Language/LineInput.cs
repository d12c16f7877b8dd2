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

    /// <summary>One character.</summary>
    /// <param name="value">The character.</param>
    /// <param name="expected">What is expected where it is missing; the character itself where nothing else is said.</param>
    public static Parser<char> One(char value, string? expected = null)
    {
        string[] name = [expected ?? value.ToString()];
        return input => !input.AtEnd && input.Current == value
            ? Result.Success(value, input.Advance())
            : Result.Failure<char>(input, "unexpected", name);
    }

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

    /// <summary>The same where the run is all of the text, which it mostly is: what else it may hold is left to another parser.</summary>
    /// <param name="belongs">Whether a character belongs to it.</param>
    /// <param name="unlessBefore">What goes on with the text behind the run.</param>
    /// <param name="others">Reads the text where it is more than a run, or nothing.</param>
    public static Parser<string> WholeRun(Func<char, bool> belongs, char unlessBefore, Parser<string> others) => input =>
    {
        var end = input.Position;
        while (end < input.Source.Length && belongs(input.Source[end]))
        {
            end++;
        }

        return end == input.Position || (end < input.Source.Length && input.Source[end] == unlessBefore)
            ? others(input)
            : Result.Success(input.Source[input.Position..end], new LineInput(input.Source, end));
    };

    /// <summary>As many items as there are, each of the kind that its first character tells; an error within one is reported there.</summary>
    /// <param name="kindOf">The parser for what begins with a character; null where no item does.</param>
    public static Parser<IEnumerable<T>> Many<T>(Func<char, Parser<T>?> kindOf) => input =>
    {
        var items = new List<T>();
        while (!input.AtEnd && kindOf(input.Current) is { } kind)
        {
            var item = kind(input);
            if (!item.WasSuccessful)
            {
                return Result.Failure<IEnumerable<T>>(item.Remainder, item.Message, item.Expectations);
            }

            items.Add(item.Value);
            input = item.Remainder;
        }

        return Result.Success<IEnumerable<T>>(items, input);
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
