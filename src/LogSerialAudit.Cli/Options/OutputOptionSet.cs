using System.CommandLine;
using LogSerialAudit.Reports;

namespace LogSerialAudit.Cli.Options;

/// <summary>The options for what is written, and how they become <see cref="OutputOptions"/>.</summary>
internal sealed class OutputOptionSet
{
    private static readonly string[] DateWords = ["iso", "spreadsheet"];
    private readonly IReadOnlyList<OutputFormat> _formats;
    private readonly IReadOnlyList<string> _tables;
    private readonly Option<string> _format;
    private readonly Option<string> _table;
    private readonly Option<string> _columns = OptionValues.One("--columns", "A,B,C", "Columns to write, in this order");
    private readonly Option<string> _dates = OptionValues.OneOf("--dates", "STYLE", "Times in tables: iso or spreadsheet", DateWords);
    private readonly Option<bool> _bom = OptionValues.Flag("--bom", "Start csv and tsv with a byte order mark");
    private readonly Option<string> _separator = OptionValues.One("--separator", "CHAR", "What stands between the cells of csv");
    private readonly Option<string> _output = OptionValues.One("--output", "FILE", "Write to FILE, whole or not at all", "-o");
    private readonly Option<bool> _force = OptionValues.Flag("--force", "Replace FILE where it exists");
    private readonly Option<string> _color = OptionValues.OneOf("--color", "WHEN", "Colour the text: auto, always or never", OptionValues.When);
    private readonly Option<bool> _exitCode = OptionValues.Flag("--exit-code", "Exit with 1 where there are findings");
    private readonly bool _hasFindings;

    /// <summary>The options of a command.</summary>
    /// <param name="formats">Its formats, the default first.</param>
    /// <param name="tables">Its tables, the default first; none where it has but one.</param>
    /// <param name="hasFindings">Whether it can have findings, and text with colours.</param>
    public OutputOptionSet(IReadOnlyList<OutputFormat> formats, IReadOnlyList<string> tables, bool hasFindings)
    {
        (_formats, _tables, _hasFindings) = (formats, tables, hasFindings);
        _format = OptionValues.OneOf("--format", "FORMAT", $"{NearNames.Listed(FormatWords, "or")} (default: {FormatWords[0]})", FormatWords);
        _table = OptionValues.OneOf("--table", "NAME", $"{NearNames.Listed(tables, "or")}", tables);
    }

    private string[] FormatWords => [.. _formats.Select(Word)];

    /// <summary>Adds them to <paramref name="command"/>.</summary>
    public void AddTo(Command command)
    {
        command.Add(_format);
        if (_tables.Count > 0)
        {
            command.Add(_table);
        }

        foreach (var option in new Option[] { _columns, _dates, _bom, _separator, _output, _force })
        {
            command.Add(option);
        }

        if (_hasFindings)
        {
            command.Add(_color);
            command.Add(_exitCode);
        }
    }

    /// <summary>Reads them.</summary>
    /// <exception cref="UsageException">A value makes no sense, alone or with another.</exception>
    public OutputOptions Read(ParseResult parse, AppIo io)
    {
        var word = parse.Word(_format, FormatWords);
        var format = word is null ? _formats[0] : _formats.First(known => Word(known) == word);
        CheckFits(parse, format);
        var table = _tables.Count > 0 ? parse.Word(_table, _tables) : null;
        var columns = ReadColumns(parse);
        var path = parse.GetValue(_output);
        if (table is null && _tables.Count > 0 && format is OutputFormat.Json or OutputFormat.Md or OutputFormat.Html or OutputFormat.Xlsx)
        {
            foreach (var option in new Option[] { _columns, _dates }.Where(option => parse.GetResult(option) is { Implicit: false }))
            {
                if (option == _columns || format is OutputFormat.Md or OutputFormat.Html)
                {
                    throw parse.Wrong($"{option.Name} needs --table with --format {Word(format)}");
                }
            }
        }

        if (format == OutputFormat.Xlsx && path is null or "-" && io.OutputIsTerminal)
        {
            throw parse.Wrong("a workbook is no text for a terminal: name a file with --output FILE");
        }

        return new OutputOptions
        {
            Format = format,
            Table = table ?? (_tables.Count > 0 && format is OutputFormat.Csv or OutputFormat.Tsv ? _tables[0] : null),
            Columns = columns,
            Dates = parse.Word(_dates, DateWords) == "spreadsheet" ? DateStyle.Spreadsheet : DateStyle.Iso,
            ByteOrderMark = parse.GetValue(_bom),
            Separator = ReadSeparator(parse),
            Path = path switch
            {
                "-" or "/dev/stdout" or null => null,
                "" => throw parse.Wrong("--output needs a value: --output FILE"),
                _ => System.IO.Path.Combine(io.CurrentDirectory, path),
            },
            Force = parse.GetValue(_force),
            Color = _hasFindings && IsColored(parse, io, format, path),
            ExitCodeTellsFindings = _hasFindings && parse.GetValue(_exitCode),
        };
    }

    private void CheckFits(ParseResult parse, OutputFormat format)
    {
        (Option Option, bool Fits)[] demands =
        [
            (_columns, format != OutputFormat.Text),
            (_dates, format is not (OutputFormat.Text or OutputFormat.Xlsx)),
            (_bom, format is OutputFormat.Csv or OutputFormat.Tsv),
            (_separator, format == OutputFormat.Csv),
        ];
        foreach (var (option, fits) in demands)
        {
            if (!fits && parse.GetResult(option) is { Implicit: false })
            {
                throw parse.Wrong($"{option.Name} does nothing with --format {Word(format)}");
            }
        }
    }

    private string[]? ReadColumns(ParseResult parse)
    {
        if (parse.GetValue(_columns) is not { } list)
        {
            return null;
        }

        var names = list.Split(',', StringSplitOptions.TrimEntries);
        return names.Contains("") ? throw parse.Wrong(_columns, list, "a name is missing") : names;
    }

    private char ReadSeparator(ParseResult parse) => parse.GetValue(_separator) switch
    {
        null => ',',
        "tab" or "\\t" or "\t" => '\t',
        [var one] when char.IsAscii(one) && char.IsPunctuation(one) && one is not ('"' or '\'' or '-' or '@') => one,
        "|" => '|',
        var text => throw parse.Wrong(_separator, text, "choose one character such as ; or |, or tab"),
    };

    private bool IsColored(ParseResult parse, AppIo io, OutputFormat format, string? path) =>
        (parse.Word(_color, OptionValues.When) ?? "auto") switch
        {
            "always" => format == OutputFormat.Text,
            "never" => false,
            _ => format == OutputFormat.Text
                && path is null
                && io.OutputIsTerminal
                && string.IsNullOrEmpty(io.Environment("NO_COLOR"))
                && io.Environment("TERM") != "dumb",
        };

    private static string Word(OutputFormat format) => format switch
    {
        OutputFormat.Text => "text",
        OutputFormat.Csv => "csv",
        OutputFormat.Tsv => "tsv",
        OutputFormat.Json => "json",
        OutputFormat.NdJson => "ndjson",
        OutputFormat.Md => "md",
        OutputFormat.Html => "html",
        _ => "xlsx",
    };
}
