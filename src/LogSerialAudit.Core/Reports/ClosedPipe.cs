namespace LogSerialAudit.Reports;

/// <summary>Tells a reader that went away (<c>| head</c>) from other failures to write.</summary>
public static class ClosedPipe
{
    private const int UnixBrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsPipeIsClosing = unchecked((int)0x800700E8);

    /// <summary>Whether <paramref name="exception"/> says that nobody reads any more (EPIPE).</summary>
    /// <remarks>.NET gives it as an <see cref="IOException"/> whose HResult is the error number of the system.</remarks>
    public static bool Is(Exception exception) =>
        exception is IOException { HResult: UnixBrokenPipe or WindowsBrokenPipe or WindowsPipeIsClosing };
}
