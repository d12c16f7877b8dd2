using System.Text;

namespace LogSerialAudit.Cli.Manual;

/// <summary>Completions for bash 4.2 and later; they need no package for completions.</summary>
internal static class BashCompletion
{
    /// <summary>The script.</summary>
    public static string Of(IReadOnlyList<CommandSheet> commands)
    {
        var script = new StringBuilder();
        script.Append($$"""
            # bash completions for {{App.Name}}
            _{{App.Name}}() {
                local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command= i
                COMPREPLY=()

                # To bash, --format=csv is three words.
                if [[ $cur == = ]]; then
                    cur=
                elif [[ $prev == = ]]; then
                    prev=${COMP_WORDS[COMP_CWORD-2]}
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in
                        {{Names(commands)}}) command=${COMP_WORDS[i]}; break ;;
                    esac
                done

                case $command:$prev in

            """);
        foreach (var command in commands)
        {
            foreach (var alike in command.Options.Where(option => option.Value is not null).GroupBy(Values))
            {
                var names = string.Join('|', alike.SelectMany(option => option.Names).Select(name => $"{command.Name}:{name}"));
                script.Append($"        {names}) {alike.Key}return ;;\n");
            }
        }

        script.Append($$"""
                esac

                case $command:$cur in

            """);
        foreach (var command in commands)
        {
            script.Append($"        {command.Name}:-*) {Words(command.Options.SelectMany(option => option.Names))} ;;\n");
        }

        script.Append($$"""
                    :-*) {{Words(["--help", "--version"])}} ;;
                    :*) {{Words(commands.Select(command => command.Name))}} ;;
                    {{string.Join('|', commands.Where(command => command.TakesFiles).Select(command => $"{command.Name}:*"))}}) _{{App.Name}}_files ;;
                esac
            }

            # Names of files; readline quotes them.
            _{{App.Name}}_files() {
                compopt -o filenames 2>/dev/null
                mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            }

            # Names of time zones.
            _{{App.Name}}_zones() {
                COMPREPLY=($(compgen -W "$(awk '$1 == "Z" { print $2 } $1 == "L" { print $3 }' /usr/share/zoneinfo/tzdata.zi 2>/dev/null)" -- "$cur"))
            }

            complete -F _{{App.Name}} {{App.Name}}

            """);
        return script.ToString();
    }

    private static string Names(IEnumerable<CommandSheet> commands) => string.Join('|', commands.Select(command => command.Name));

    private static string Values(OptionSheet option) =>
        option.Words.Count > 0 ? $"{Words(option.Words)}; "
        : option.IsFile ? $"_{App.Name}_files; "
        : option.IsTimeZone ? $"_{App.Name}_zones; "
        : "";

    private static string Words(IEnumerable<string> words) => $"COMPREPLY=($(compgen -W '{string.Join(' ', words)}' -- \"$cur\"))";
}
