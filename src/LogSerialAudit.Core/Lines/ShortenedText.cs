namespace LogSerialAudit.Lines;

/// <summary>
/// Messages that were shortened to the width of a terminal, as <c>systemctl status</c> and <c>journalctl</c> do: with an ellipsis at the end or shortly before it
/// (<c>systemd src/shared/logs-show.c</c>). What is left of one says nothing for sure.
/// </summary>
internal static class ShortenedText
{
    /// <summary>A tenth of the width stands behind the ellipsis at most.</summary>
    private const int Tail = 32;

    private static readonly byte[][] Openings = ["zone "u8.ToArray(), "transfer of "u8.ToArray(), "client "u8.ToArray()];

    /// <summary>Whether a message that is none that a server writes was shortened.</summary>
    public static bool Is(ReadOnlySpan<byte> message) =>
        message[Math.Max(0, message.Length - Tail)..].IndexOf("\u2026"u8) >= 0 || (message.EndsWith("..."u8) && BeginsAsOfBind(message));

    /// <summary>In three dots, as without UTF-8, other messages end too.</summary>
    private static bool BeginsAsOfBind(ReadOnlySpan<byte> message)
    {
        foreach (var opening in Openings)
        {
            if (message.StartsWith(opening))
            {
                return true;
            }
        }

        return false;
    }
}
