using System.ComponentModel;
using System.Diagnostics;

namespace LogSerialAudit.Sources;

/// <summary>What another program writes to its standard output, and what it says is wrong. The program ends with the stream.</summary>
internal sealed class CommandOutput : Stream
{
    private const int MostComplaint = 400;
    private readonly string _program;
    private readonly Process _process;
    private readonly Stream _output;
    private readonly Task<string> _complaint;

    private CommandOutput(string program, Process process)
    {
        (_program, _process, _output) = (program, process, process.StandardOutput.BaseStream);
        _complaint = Task.Run(ReadComplaint);
    }

    /// <summary>Once the output has ended: what the program said, or that it failed; null where it had nothing to say.</summary>
    public string? Complaint { get; private set; }

    /// <summary>Whether the program failed.</summary>
    public bool HasFailed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Starts a program, found by PATH and without a shell; null with a sentence where it is not there.</summary>
    public static CommandOutput? TryStart(string program, IEnumerable<string> arguments, out string? sentence)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // So that what it says does not depend on who asks.
        start.Environment["LC_ALL"] = "C";
        sentence = null;
        try
        {
            var process = Process.Start(start) ?? throw new Win32Exception();
            process.StandardInput.Close();
            return new CommandOutput(program, process);
        }
        catch (Win32Exception)
        {
            sentence = $"{program} is not there or may not be run";
            return null;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var count = _output.Read(buffer);
        if (count == 0 && buffer.Length > 0)
        {
            _process.WaitForExit();
            var said = _complaint.GetAwaiter().GetResult();
            HasFailed = _process.ExitCode != 0;
            Complaint = said.Length > 0 ? $"{_program} says: {said}"
                : HasFailed ? $"{_program} ended with code {_process.ExitCode}"
                : null;
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                _process.Kill();
            }
            catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
            {
                // It has ended by itself.
            }

            _process.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The first words as one line; the rest is read too, so that the program is never held up.</summary>
    private string ReadComplaint()
    {
        var (said, buffer) = ("", new char[4096]);
        for (int count; (count = _process.StandardError.Read(buffer)) > 0;)
        {
            said += said.Length < MostComplaint ? new string(buffer, 0, Math.Min(count, MostComplaint - said.Length)) : "";
        }

        return string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
    }
}
