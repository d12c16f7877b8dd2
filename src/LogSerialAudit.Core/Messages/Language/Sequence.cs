using Sprache;

namespace LogSerialAudit.Messages.Language;

/// <summary>
/// Parsers that follow one another. Sprache's own <c>from</c> makes parsers anew wherever one of them is tried, which takes most
/// of a start's time in a grammar that is read at every start; these are made once.
/// </summary>
internal static class Sequence
{
    /// <summary>Two in a row.</summary>
    public static Parser<T> Of<T1, T2, T>(Parser<T1> first, Parser<T2> second, Func<T1, T2, T> made) => input =>
    {
        var one = first(input);
        if (!one.WasSuccessful)
        {
            return Failed<T1, T>(one);
        }

        var two = second(one.Remainder);
        return two.WasSuccessful ? Result.Success(made(one.Value, two.Value), two.Remainder) : Failed<T2, T>(two);
    };

    /// <summary>Three in a row.</summary>
    public static Parser<T> Of<T1, T2, T3, T>(Parser<T1> first, Parser<T2> second, Parser<T3> third, Func<T1, T2, T3, T> made) => input =>
    {
        var one = first(input);
        if (!one.WasSuccessful)
        {
            return Failed<T1, T>(one);
        }

        var two = second(one.Remainder);
        if (!two.WasSuccessful)
        {
            return Failed<T2, T>(two);
        }

        var three = third(two.Remainder);
        return three.WasSuccessful ? Result.Success(made(one.Value, two.Value, three.Value), three.Remainder) : Failed<T3, T>(three);
    };

    /// <summary>What is made of a value and of where it begins.</summary>
    public static Parser<T> At<T1, T>(Parser<T1> parser, Func<int, T1, T> made) => input =>
    {
        var result = parser(input);
        return result.WasSuccessful ? Result.Success(made(input.Position, result.Value), result.Remainder) : Failed<T1, T>(result);
    };

    private static IResult<T> Failed<T1, T>(IResult<T1> result) => Result.Failure<T>(result.Remainder, result.Message, result.Expectations);
}
