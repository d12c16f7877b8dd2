using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>The journal keeps its own places; a script stands for <c>journalctl</c>.</summary>
public sealed class JournalCheckTests : IDisposable
{
    /// <summary>Gives the entries behind a cursor, which is a number here, and the cursor of the last one where there is any.</summary>
    private const string Journalctl = """
        #!/bin/sh
        here=${0%/*}; after=0
        for word; do case $word in --after-cursor=c*) after=${word#*=c} ;; esac; done
        echo "$*" >>"$here/asked"
        tail -n "+$((after + 1))" "$here/entries"
        last=$(wc -l <"$here/entries")
        [ "$last" -eq "$after" ] || echo "-- cursor: c$((last))"

        """;

    private readonly WatchedLog _log = new();

    public JournalCheckTests() => Assert.SkipUnless(File.Exists("/bin/sh"), "there is no /bin/sh");

    [Fact]
    public async Task OnlyWhatIsBehindTheLastEntryIsRead()
    {
        _log.Folder.Write("journalctl", Journalctl);
        var run = await CheckAsync("check; check", Entry(1, "transferred serial 7"), Entry(2, "serial number (5) received from master 192.0.2.1#53 < ours (7)"));
        Assert.Equal(new Run(ExitCode.Done, "began\n", ""), run);
        run = await CheckAsync("check; check", Entry(3, "transferred serial 9"));
        Assert.Equal(new Run(ExitCode.Done, "healed\n", ""), run);
        const string Words = "--output=json --no-pager --all --identifier=named --show-cursor";
        Assert.Equal([Words, $"{Words} --after-cursor=c2", $"{Words} --after-cursor=c2", $"{Words} --after-cursor=c3"], File.ReadAllLines(_log.Folder["asked"]));
    }

    [Fact]
    public async Task WhatJournalctlFailedToGiveIsAskedForAgain()
    {
        _log.Folder.Write("journalctl", Journalctl);
        Assert.Equal("", (await CheckAsync("check", Entry(1, "transferred serial 7"))).Output);
        _log.Folder.Write("journalctl", "#!/bin/sh\necho 'No journal files were opened.' >&2; exit 1\n");
        var run = await CheckAsync("check");
        Assert.Equal(new Run(ExitCode.Done, "", "logserialaudit: journald:named: journalctl says: No journal files were opened\n"), run);
        _log.Folder.Write("journalctl", Journalctl);
        run = await CheckAsync("check", Entry(2, "serial number (5) received from master 192.0.2.1#53 < ours (7)"));
        Assert.Equal(new Run(ExitCode.Done, "began\n", ""), run);
    }

    public void Dispose() => _log.Dispose();

    private static string Entry(int minute, string message) =>
        $$"""{"__CURSOR":"c{{minute}}","__REALTIME_TIMESTAMP":"{{1558799280000000 + (minute * 60_000_000L)}}","_HOSTNAME":"ns2","SYSLOG_IDENTIFIER":"named","_PID":"7","MESSAGE":"zone example.org/IN: {{message}}"}""" + "\n";

    /// <summary>Adds entries and checks; what is told, in a word each.</summary>
    private Task<Run> CheckAsync(string script, params string[] entries)
    {
        File.AppendAllText(_log.Folder["entries"], string.Concat(entries));
        return Child.ShellAsync(
            $$"""
            program=$1 folder=$2; chmod +x "$folder/journalctl"
            check() { PATH="$folder:$PATH" "$0" "$program" check --state "$folder/state" --format ndjson journald:named | cut -d '"' -f 4; }
            {{script}}
            """,
            _log.Folder.Path);
    }
}
