using System.CommandLine;
using System.Globalization;
using LogSerialAudit.Cli.Cases;
using LogSerialAudit.Reports;
using NodaTime;

namespace LogSerialAudit.Cli.Options;

/// <summary>Values of options, each with the one line that is said where it makes no sense.</summary>
internal static class OptionValues
{
    /// <summary>When something is done that a terminal wants and a file does not.</summary>
    public static readonly IReadOnlyList<string> When = ["auto", "always", "never"];

    /// <summary>An option that takes one value.</summary>
    public static Option<string> One(string name, string value, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = value, Description = description, Arity = ArgumentArity.ExactlyOne };

    /// <summary>An option that takes one of <paramref name="words"/>, which shells complete.</summary>
    public static Option<string> OneOf(string name, string value, string description, IReadOnlyList<string> words)
    {
        var option = One(name, value, description);
        option.CompletionSources.Add([.. words]);
        return option;
    }

    /// <summary>An option that may be given several times.</summary>
    public static Option<string[]> Many(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Arity = ArgumentArity.OneOrMore };

    /// <summary>An option without a value.</summary>
    public static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>The option <c>--catalogue</c>.</summary>
    public static Option<string[]> Catalogue() =>
        Many("--catalogue", "FILE", "Know the messages in FILE too (windows: those of Windows DNS); its entries win over the built-in ones; may be repeated");

    /// <summary>A mistake in the value of <paramref name="option"/>.</summary>
    public static UsageException Wrong(this ParseResult parse, Option option, string value, string what) =>
        new($"{option.Name} {SafeText.Of(value)}: {what}", parse.CommandResult.Command.Name);

    /// <summary>A mistake in a value, wherever it was given.</summary>
    public static Exception Wrong(this ParseResult parse, Option option, GivenValue value, string what) => value.Place is { } place
        ? new CaseException($"{place}: {option.Name.TrimStart('-')} {SafeText.Of(value.Text)}: {what}")
        : parse.Wrong(option, value.Text, what);

    /// <summary>The values of an option: those typed, then those of a case.</summary>
    public static IEnumerable<GivenValue> Given(this ParseResult parse, Option<string[]> option, CaseFile? itsCase) =>
        (parse.GetValue(option) ?? []).Select(value => new GivenValue(value, null)).Concat(OfCase(option, itsCase));

    /// <summary>The same for values with a name before an equals sign: what is typed wins over what a case has under the same name.</summary>
    public static IEnumerable<GivenValue> GivenByName(this ParseResult parse, Option<string[]> option, CaseFile? itsCase)
    {
        var typed = (parse.GetValue(option) ?? []).Select(value => new GivenValue(value, null)).ToList();
        return typed.Concat(OfCase(option, itsCase).Where(value => typed.TrueForAll(other => other.Name != value.Name)));
    }

    /// <summary>The value of an option: the one typed, else that of a case; null where neither has one.</summary>
    public static GivenValue? Given(this ParseResult parse, Option<string> option, CaseFile? itsCase) =>
        parse.GetValue(option) is { } typed ? new GivenValue(typed, null) : OfCase(option, itsCase).Cast<GivenValue?>().FirstOrDefault();

    private static IEnumerable<GivenValue> OfCase(Option option, CaseFile? itsCase) =>
        itsCase?.Of(option.Name.TrimStart('-')).Select(value => new GivenValue(value.Text, value.Place)) ?? [];

    /// <summary>A mistake in how options go together.</summary>
    public static UsageException Wrong(this ParseResult parse, string what) => new(what, parse.CommandResult.Command.Name);

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static int? Number(this ParseResult parse, Option<string> option, int least, int most, CaseFile? itsCase = null)
    {
        if (parse.Given(option, itsCase) is not { } given)
        {
            return null;
        }

        return int.TryParse(given.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw parse.Wrong(option, given, $"not a number from {least} to {most}");
    }

    /// <summary>A time; see <see cref="TimeArgument"/>.</summary>
    public static TimeArgument? Time(this ParseResult parse, Option<string> option, DateTimeZone zone, CaseFile? itsCase = null)
    {
        if (parse.Given(option, itsCase) is not { } given)
        {
            return null;
        }

        return TimeArgument.TryParse(given.Text, zone, out var time)
            ? time
            : throw parse.Wrong(option, given, "not a time such as 2019-05-25, 2019-05-25T16:23:51 or 2019-05-25T16:23:51Z");
    }

    /// <summary>A time zone; null where the option is not given.</summary>
    public static DateTimeZone? Zone(this ParseResult parse, Option<string> option, CaseFile? itsCase = null)
    {
        if (parse.Given(option, itsCase) is not { } given)
        {
            return null;
        }

        return ZoneArgument.TryFind(given.Text, out var zone, out var error) ? zone : throw parse.Wrong(option, given, error);
    }

    /// <summary>One of <paramref name="words"/>; null where the option is not given.</summary>
    public static string? Word(this ParseResult parse, Option<string> option, IReadOnlyList<string> words)
    {
        if (parse.GetValue(option) is not { } word)
        {
            return null;
        }

        return words.Contains(word) ? word : throw parse.Wrong(option, word, $"choose {NearNames.Listed(words, "or")}");
    }
}
