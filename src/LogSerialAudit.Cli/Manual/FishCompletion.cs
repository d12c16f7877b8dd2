using System.Text;

namespace LogSerialAudit.Cli.Manual;

/// <summary>Completions for fish 3.</summary>
internal static class FishCompletion
{
    /// <summary>The script.</summary>
    public static string Of(IReadOnlyList<CommandSheet> commands)
    {
        var script = new StringBuilder($"# fish completions for {App.Name}\n");
        foreach (var command in commands)
        {
            script.Append($"complete -c {App.Name} -n __fish_use_subcommand -f -a {command.Name} -d {Quoted(command.Description)}\n");
        }

        script.Append($"complete -c {App.Name} -n __fish_use_subcommand -f -s h -l help -d 'Show help'\n");
        script.Append($"complete -c {App.Name} -n __fish_use_subcommand -f -l version -d 'Show the version'\n");
        foreach (var command in commands)
        {
            var start = $"complete -c {App.Name} -n '__fish_seen_subcommand_from {command.Name}'";
            script.Append($"{start} {(command.TakesFiles ? "-F" : "-f")}\n");
            foreach (var option in command.Options)
            {
                var names = option.Names.Select(name => name.StartsWith("--", StringComparison.Ordinal) ? $"-l {name[2..]}" : $"-s {name[1..]}");
                script.Append($"{start} {string.Join(' ', names)}{Value(option)} -d {Quoted(option.Description)}\n");
            }
        }

        return script.ToString();
    }

    private static string Value(OptionSheet option) =>
        option.Value is null ? ""
        : option.Words.Count > 0 ? $" -x -a {Quoted(string.Join(' ', option.Words))}"
        : option.IsFile ? " -r -F"
        : option.IsTimeZone ? """ -x -a '(awk \'$1 == "Z" { print $2 } $1 == "L" { print $3 }\' /usr/share/zoneinfo/tzdata.zi 2>/dev/null)'"""
        : " -x";

    private static string Quoted(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
