using System.CommandLine;
using System.CommandLine.Parsing;
using LogSerialAudit.Cli.Commands;
using LogSerialAudit.Reports;

namespace LogSerialAudit.Cli.Options;

/// <summary>
/// Finds what is wrong with the shape of a command line, before any value is looked at. System.CommandLine takes a
/// mistyped option for a path, and an option for the value of the one before it; here both are mistakes.
/// </summary>
internal static class Mistake
{
    /// <summary>The first mistake, or null.</summary>
    public static UsageException? In(ParseResult parse, string[] args)
    {
        if (parse.Action is HelpWithExamples or ShowVersion || parse.Action is { ClearsParseErrors: true })
        {
            return null;
        }

        var command = parse.CommandResult.Command;
        var name = command is RootCommand ? "" : command.Name;
        var message = InPositionals(parse, command) ?? InOptions(parse, command) ?? InFlags(args, command) ?? InCommand(parse, command)
            ?? (parse.Errors.Count == 0 ? null : parse.Errors[0].Message);
        return message is null ? null : new UsageException(message, name);
    }

    private static string? InPositionals(ParseResult parse, Command command)
    {
        foreach (var token in parse.Tokens)
        {
            if (token.Type == TokenType.DoubleDash)
            {
                break;
            }

            if (token.Type == TokenType.Argument && LooksLikeOption(token.Value, command) && !IsValueOfOption(parse, token))
            {
                var typed = token.Value.Split('=')[0];
                var near = typed.Length > 3 ? NearNames.Of(typed, NamesOf(parse)) : [];
                return $"unknown option {SafeText.Of(typed)}{NearNames.Question(near)}";
            }
        }

        return null;
    }

    private static string? InOptions(ParseResult parse, Command command)
    {
        var names = NamesOf(parse);
        foreach (var option in parse.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit))
        {
            if (option.Option.Arity.MinimumNumberOfValues == 0)
            {
                continue;
            }

            if (option.Tokens.Count == 0 || option.Tokens.Any(token => names.Contains(token.Value.Split('=')[0])))
            {
                return $"{option.Option.Name} needs a value: {option.Option.Name} {option.Option.HelpName}";
            }

            if (option.IdentifierTokenCount > 1 && option.Option.Arity.MaximumNumberOfValues == 1)
            {
                return $"{option.Option.Name} is given {(option.IdentifierTokenCount == 2 ? "twice" : "more than once")}";
            }
        }

        return null;
    }

    private static string? InFlags(string[] args, Command command)
    {
        foreach (var arg in args.TakeWhile(arg => arg != "--"))
        {
            var typed = arg.Split('=')[0];
            if (typed != arg && command.Options.Any(option => option.Name == typed && option.Arity.MaximumNumberOfValues == 0))
            {
                return $"{typed} takes no value";
            }
        }

        return null;
    }

    private static string? InCommand(ParseResult parse, Command command)
    {
        if (command.Subcommands.Count == 0)
        {
            return parse.UnmatchedTokens.Count > 0 ? $"{SafeText.Of(parse.UnmatchedTokens[0])} is one too many"
                : command.Name == SerialCommand.Name && parse.Errors.Count > 0 ? "a serial or a time is missing"
                : null;
        }

        var commands = command.Subcommands.Where(known => !known.Hidden).Select(known => known.Name).ToArray();
        return parse.UnmatchedTokens.Count == 0
            ? $"a command is missing: {NearNames.Listed(commands, "or")}"
            : NearNames.Of(parse.UnmatchedTokens[0], commands) is { Count: > 0 } near
            ? $"{SafeText.Of(parse.UnmatchedTokens[0])} is not a command{NearNames.Question(near)}"
            : $"{SafeText.Of(parse.UnmatchedTokens[0])} is not a command; the commands are {NearNames.Listed(commands, "and")}";
    }

    /// <summary>A negative number is no option but a serial that can not be; it is told so with the other values.</summary>
    private static bool LooksLikeOption(string value, Command command) =>
        value.Length > 1 && value[0] == '-' && !(command.Name == SerialCommand.Name && char.IsAsciiDigit(value[1]));

    private static bool IsValueOfOption(ParseResult parse, Token token) =>
        parse.CommandResult.Children.OfType<OptionResult>().Any(option => option.Tokens.Any(value => ReferenceEquals(value, token)));

    private static HashSet<string> NamesOf(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        var options = command.Options.Concat(parse.RootCommandResult.Command.Options.Where(option => option.Recursive));
        return [.. options.SelectMany(option => option.Aliases.Append(option.Name))];
    }
}
