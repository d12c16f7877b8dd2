using NodaTime;

namespace LogSerialAudit.History.Copies;

/// <summary>What one log has of one process, under one name of its host, in the order of time.</summary>
internal sealed class LineStream(LogPlace log, string host, string program, uint pid)
{
    /// <summary>The log.</summary>
    public LogPlace Log => log;

    /// <summary>The host as the lines name it; where they name none, what the log goes by.</summary>
    public string Host => host;

    /// <summary>The program; empty where the lines do not say.</summary>
    public string Program => program;

    /// <summary>The process number; 0 where the lines do not say.</summary>
    public uint Pid => pid;

    /// <summary>The lines.</summary>
    public List<Line> Lines { get; } = [];

    /// <summary>Whether two streams can be of one process, by what their lines say of it.</summary>
    public bool FitsProcessOf(LineStream other) =>
        (Program == other.Program || Program.Length == 0 || other.Program.Length == 0)
        && (Pid == other.Pid || Pid == 0 || other.Pid == 0);

    /// <summary>A line.</summary>
    /// <param name="Said">What it says, a number.</param>
    /// <param name="At">When.</param>
    /// <param name="Place">Its place among all events.</param>
    public readonly record struct Line(int Said, Instant At, int Place);
}
