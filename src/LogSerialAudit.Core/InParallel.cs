using System.Runtime.ExceptionServices;

namespace LogSerialAudit;

/// <summary><see cref="Parallel"/>, with errors as they come where one thread does the work: the first as it was thrown, not within another.</summary>
internal static class InParallel
{
    /// <inheritdoc cref="Parallel.Invoke(ParallelOptions, Action[])"/>
    public static void Invoke(ParallelOptions options, params Action[] actions) => Unwrapped(() => Parallel.Invoke(options, actions));

    /// <inheritdoc cref="Parallel.For(int, int, ParallelOptions, Action{int})"/>
    public static void For(int from, int to, ParallelOptions options, Action<int> body) => Unwrapped(() => Parallel.For(from, to, options, body));

    private static void Unwrapped(Action work)
    {
        try
        {
            work();
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.Flatten().InnerExceptions[0]);
        }
    }
}
