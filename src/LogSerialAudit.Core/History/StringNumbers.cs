namespace LogSerialAudit.History;

/// <summary>Strings of which the same few come again and again, numbered from 0.</summary>
internal sealed class StringNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _strings = [];

    /// <summary>Mostly the next one is the same object.</summary>
    private (string? Text, int Number) _last;

    /// <summary>The string of a number.</summary>
    public string this[int number] => _strings[number];

    /// <summary>The number of a string; a new one where it is new.</summary>
    public int Of(string text)
    {
        if (!ReferenceEquals(text, _last.Text))
        {
            if (!_numbers.TryGetValue(text, out var number))
            {
                _numbers.Add(text, number = _strings.Count);
                _strings.Add(text);
            }

            _last = (text, number);
        }

        return _last.Number;
    }
}
