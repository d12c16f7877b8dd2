using LogSerialAudit.Cli.Tests.World;

namespace LogSerialAudit.Cli.Tests.Manual;

/// <summary>The scripts for shells, loaded by the shells.</summary>
public sealed class CompletionTests
{
    /// <summary>A command line with the cursor at its end, and what is offered there, sorted.</summary>
    public static TheoryData<string, string> Lines => new()
    {
        { "logserialaudit ex", "explain extract" },
        { "logserialaudit se", "serial" },
        { "logserialaudit nothing", "" },
        { "logserialaudit --v", "--version" },
        { "logserialaudit report --log", "--log-zone" },
        { "logserialaudit report --zo", "--zone --zone-history" },
        { "logserialaudit report --nothing", "" },
        { "logserialaudit report --format c", "csv" },
        { "logserialaudit report a.log --table tim", "timeline" },
        { "logserialaudit extract --format nd", "ndjson" },
        { "logserialaudit extract --format te", "" },
        { "logserialaudit report --log-zone America/Los_A", "America/Los_Angeles" },
        { "logserialaudit report --color al", "always" },
        { "logserialaudit report some-l", "some-log" },
        { "logserialaudit report -o some-l", "some-log" },
        { "logserialaudit report --catalogue some-l", "some-log" },
        { "logserialaudit report --year some-l", "" },
        { "logserialaudit report --zone some-l", "" },
        { "logserialaudit serial some-l", "" },
        { "logserialaudit messages --kind rollback", "rollback-offered" },
        { "logserialaudit messages --format logcheck-v", "logcheck-violations" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    [InlineData("logserialaudit report --format=c", "csv")]
    [InlineData("logserialaudit report --format=", "csv html json md text tsv xlsx")]
    public async Task BashOffers(string line, string words)
    {
        // Bash breaks words at "=" too.
        var typed = line.Replace("=", " = ", StringComparison.Ordinal).Split(' ');
        if (line.EndsWith('='))
        {
            typed = typed[..^1];
        }

        var script = $$"""
            set -u; . ./script
            [ "$(complete -p logserialaudit)" = 'complete -F _logserialaudit logserialaudit' ] || echo 'not complete'
            COMP_WORDS=({{string.Join(' ', typed.Select(word => $"'{word}'"))}}); COMP_CWORD={{typed.Length - 1}}
            _logserialaudit; printf '%s\n' "${COMPREPLY[@]}"
            """;
        Assert.Equal(words, await OffersAsync("bash", script));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    [InlineData("logserialaudit report --format=c", "--format=csv")]
    public async Task FishOffers(string line, string words) =>
        Assert.Equal(words, await OffersAsync("fish", $"source ./script; complete -C '{line}' | string split -f 1 \\t"));

    [Fact]
    public async Task ZshTakesItsScriptForACompletionOfTheProgram() =>
        Assert.Equal(
            "_logserialaudit",
            await OffersAsync("zsh", "mkdir f && cp script f/_logserialaudit && fpath=($PWD/f $fpath) && zsh -n script && autoload -U compinit && compinit -D -u && print $_comps[logserialaudit]"));

    [Theory]
    [InlineData("logserialaudit se", "logserialaudit serial ")]
    [InlineData("logserialaudit report --format c", "logserialaudit report --format csv ")]
    [InlineData("logserialaudit report --format=c", "logserialaudit report --format=csv ")]
    [InlineData("logserialaudit report --loc", "logserialaudit report --local-zone=")]
    [InlineData("logserialaudit report -o some-l", "logserialaudit report -o some-log ")]
    [InlineData("logserialaudit report some-l", "logserialaudit report some-log ")]
    [InlineData("logserialaudit report --year some-l", "logserialaudit report --year some-l")]
    [InlineData("logserialaudit extract --format te", "logserialaudit extract --format te")]
    public async Task ZshCompletesTo(string line, string whole)
    {
        // A shell on a terminal of its own, in which a tab is typed; then the line is asked for by a key bound to print it.
        var script = $$"""
            mkdir f && cp script f/_logserialaudit; zmodload zsh/zpty
            zpty shell 'TERM=dumb zsh -f -i'
            zpty -w shell "PS1=; fpath=($PWD/f \$fpath); autoload -U compinit; compinit -D -u; setopt no_beep; show() { print -r -- \"<\$BUFFER>\" >$PWD/line; exit }; zle -N show; bindkey '^X' show; touch $PWD/ready"
            for i in {1..300}; do [ -e ready ] && break; sleep 0.05; done
            zpty -w -n shell $'{{line}}\t\x18'
            for i in {1..300}; do [ -s line ] && break; sleep 0.05; done
            cat line
            """;
        Assert.Equal($"<{whole}>", (await OffersAsync("zsh", script)).TrimEnd('\n'));
    }

    private static async Task<string> OffersAsync(string shell, string script)
    {
        using var folder = new LogFolder();
        folder.Write("script", (await Run.Of("completion", shell)).Output);
        folder.Write("some-log", "");
        var run = await Child.ShellAsync(
            """
            command -v "$3" >/dev/null || { echo nobody; exit; }
            cd "$2" && HOME="$2" "$3" -c "$4"
            """,
            folder.Path,
            shell,
            script);
        Assert.SkipWhen(run.Output == "nobody\n", $"{shell} is not installed");
        Assert.Equal("", run.Errors);
        return shell == "zsh" ? run.Output.TrimEnd('\n') : string.Join(' ', run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
