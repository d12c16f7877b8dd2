using System.Text;

namespace LogSerialAudit.Cli.Manual;

/// <summary>Completions for zsh, as a function file <c>_logserialaudit</c> in <c>fpath</c>.</summary>
internal static class ZshCompletion
{
    /// <summary>The script.</summary>
    public static string Of(IReadOnlyList<CommandSheet> commands)
    {
        var script = new StringBuilder();
        script.Append($$"""
            #compdef {{App.Name}}
            # zsh completions for {{App.Name}}
            _{{App.Name}}() {
                local curcontext="$curcontext" state line
                local -a commands
                commands=(

            """);
        foreach (var command in commands)
        {
            script.Append($"        {Quoted($"{command.Name}:{command.Description}")}\n");
        }

        script.Append($$"""
                )
                _arguments -C \
                    '(- *)'{-h,--help}'[Show help]' \
                    '(- *)--version[Show the version]' \
                    '1:command:->command' \
                    '*::argument:->argument' && return
                case $state in
                    command) _describe -t commands command commands ;;
                    argument)
                        case $words[1] in

            """);
        foreach (var command in commands)
        {
            script.Append($"                {command.Name})\n                    _arguments");
            foreach (var option in command.Options)
            {
                script.Append(" \\\n                        ").Append(Spec(option));
            }

            script.Append(command.Argument is { } argument
                ? $" \\\n                        {Quoted($"*:{argument}:{(command.TakesFiles ? "_files" : " ")}")} ;;\n"
                : " ;;\n");
        }

        script.Append($$"""
                        esac ;;
                esac
            }
            _{{App.Name}} "$@"

            """);
        return script.ToString();
    }

    private static string Spec(OptionSheet option)
    {
        var value = option.Value is { } name ? $":{Plain(name)}:{Action(option)}" : "";
        var tail = $"[{Plain(option.Description)}]{value}";
        var names = option.Names.Select(name => option.Value is not null && name.StartsWith("--", StringComparison.Ordinal) ? $"{name}=" : name).ToList();
        if (option.IsRepeatable)
        {
            return Quoted($"*{names[^1]}{tail}");
        }

        // One of the names is enough.
        var exclusive = option.Value is null && option.Names.Contains("--help") ? "(- *)" : $"({string.Join(' ', option.Names)})";
        return option.Names.Count == 1
            ? Quoted($"{exclusive}{names[0]}{tail}")
            : $"{Quoted(exclusive)}{{{string.Join(',', names)}}}{Quoted(tail)}";
    }

    private static string Action(OptionSheet option) =>
        option.Words.Count > 0 ? $"({string.Join(' ', option.Words)})"
        : option.IsFile ? "_files"
        : option.IsTimeZone ? "_time_zone"
        : " ";

    private static string Plain(string text) => string.Concat(text.Select(letter => letter is '[' or ']' or ':' or '\\' ? $"\\{letter}" : letter.ToString()));

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
