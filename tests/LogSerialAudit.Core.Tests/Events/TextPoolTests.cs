using System.Text;
using LogSerialAudit.Events;

namespace LogSerialAudit.Core.Tests.Events;

public sealed class TextPoolTests
{
    /// <summary>Also longer ones than any name of a zone, that differ in one byte only, and that are one another's beginnings.</summary>
    [Fact]
    public void TextsOfAllLengthsHaveNumbersOfTheirOwn()
    {
        var texts = Enumerable.Range(1, 700).SelectMany(length => new[] { new byte[length], Encoding.ASCII.GetBytes(new string('a', length)), Encoding.ASCII.GetBytes(new string('a', length - 1) + 'b') }).ToList();
        var pool = new TextPool();

        var numbers = texts.ConvertAll(text => pool.Add(text));

        Assert.Equal(Enumerable.Range(1, texts.Count), numbers);
        Assert.Equal(numbers, texts.ConvertAll(text => pool.Add(text)));
        Assert.Equal(texts, numbers.ConvertAll(number => pool[number].ToArray()));
        Assert.True(texts.Select(text => TextPool.Hash(text)).Distinct().Count() > texts.Count - 5);
    }

    [Fact]
    public void NoTextIsNumberNought() => Assert.Equal((0, 1), (new TextPool().Add([]), new TextPool().Count));
}
