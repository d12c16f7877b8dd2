using LogSerialAudit.Events;
using LogSerialAudit.History.Copies;
using LogSerialAudit.Messages;

namespace LogSerialAudit.History;

/// <summary>
/// Remembers which processes wrote, so that events can be named part by part: an observer once named keeps its name.
/// </summary>
public sealed class ProcessRegistry
{
    private const int MostKept = 16;

    private readonly Dictionary<(ServerProgram Server, uint Pid), Process> _alive = [];
    private readonly Dictionary<(string Host, string Program), ServerProgram> _servers = [];
    private readonly Dictionary<string, ServerProgram> _hosts = new(StringComparer.Ordinal);

    /// <summary>The programs that have processes without a name.</summary>
    private readonly List<ServerProgram> _unnamed = [];
    private readonly Dictionary<(int File, int Writer), Process> _writers = [];
    private readonly List<Process> _inOrder = [];
    private readonly ObserverNames _names = new();
    private long _placesBefore;

    /// <summary>Which names are one host's.</summary>
    internal HostNames Names { get; } = new();

    /// <summary>How many events there were.</summary>
    internal long Places => _placesBefore;

    /// <summary>Finds which process each writer of a sequence's events is, and names them all.</summary>
    internal ObserverTurns Name(EventSequence sequence)
    {
        var turns = new ObserverTurns();
        var now = new Dictionary<(int File, int Writer), Process>();
        var (lastKey, last) = (default((int File, int Writer)), default(Process));
        var reader = sequence.ReadInOrder();
        while (reader.Read())
        {
            ref readonly var logEvent = ref reader.Line;
            var key = (reader.File, logEvent.Writer);
            var isKnown = last is not null && key == lastKey;
            var process = isKnown || now.TryGetValue(key, out last) ? last : _writers.GetValueOrDefault(key);
            if (process is null || process.Exited || logEvent.Kind == EventKind.ServerStarting)
            {
                process = _writers[key] = Find(sequence.Files[reader.File], logEvent, _placesBefore + reader.Place);
            }

            if (process != last)
            {
                now[key] = process;
                turns.Add(reader.Place, reader.File, logEvent.Writer, process);
            }

            Note(process, reader, _placesBefore + reader.Place);
            reader.PassEven();
            process.Last = _placesBefore + reader.Place;
            (lastKey, last) = (key, process);
        }

        _placesBefore += reader.Place + 1;
        _names.Name(_unnamed);
        _unnamed.Clear();
        return turns;
    }

    /// <summary>The observer of that name; there is one object for each.</summary>
    internal Observer ObserverOf(string name, string host) => _names.Get(name, host);

    /// <summary>Goes on from what an earlier run knew.</summary>
    internal void GoOn(IEnumerable<ProcessMemory> processes, long places)
    {
        _placesBefore = places;
        foreach (var memory in processes)
        {
            var process = new Process(ServerOf(memory.Host, memory.Program), memory.Pid, memory.First)
            {
                Observer = ObserverOf(memory.Observer, memory.Host),
                Last = memory.Last,
                Started = memory.Started,
                Configuration = memory.Configuration,
                Exited = memory.Exited,
                WasInterrupted = memory.WasInterrupted,
            };
            Add(process);
            process.Server.WasInterrupted |= process.WasInterrupted;
            if (memory.IsSpeaking)
            {
                process.Server.Speaking = process;
            }
        }
    }

    /// <summary>
    /// What is known of the processes, to go on from in another run: of each program of a host those that wrote last. Where
    /// servers wrote in turn the first ones stay too, which name them.
    /// </summary>
    internal IEnumerable<ProcessMemory> Keep() => _inOrder
        .GroupBy(process => (process.Host, process.Program))
        .OrderBy(program => program.Key.Host, StringComparer.Ordinal).ThenBy(program => program.Key.Program, StringComparer.Ordinal)
        .SelectMany(program => program.Count() <= MostKept ? program
            : program.Any(process => process.WasInterrupted) ? program.Take(MostKept / 2).Concat(program.TakeLast(MostKept / 2))
            : program.TakeLast(1))
        .Select(process => new ProcessMemory
        {
            Host = process.Host,
            Program = process.Program,
            Pid = process.Pid,
            First = process.First,
            Last = process.Last,
            Started = process.Started,
            Configuration = process.Configuration,
            Exited = process.Exited,
            WasInterrupted = process.WasInterrupted,
            IsSpeaking = process.Server.Speaking == process,
            Observer = process.Observer!.Name,
        });

    /// <summary>The process a writer is: a new one where it starts, or speaks again after it said that it exits.</summary>
    private Process Find(ScannedFile file, in LogEvent logEvent, long place)
    {
        var writer = file.Scan.Writers.All[logEvent.Writer];
        var host = Names.Of(writer.Host.Length == 0 ? file.SetName : writer.Host, writer.Server, writer.Pid);
        var server = ServerOf(host, writer.Server);
        server.IsLog = writer.Host.Length == 0 && !file.IsNamed && host == file.SetName;
        if (!_alive.TryGetValue((server, writer.Pid), out var process) || process.Exited || logEvent.Kind == EventKind.ServerStarting)
        {
            Add(process = new Process(server, writer.Pid, place));
        }

        return process;
    }

    private void Add(Process process)
    {
        _inOrder.Add(process);
        _alive[(process.Server, process.Pid)] = process;
        if (process.Server.Add(process))
        {
            _unnamed.Add(process.Server);
        }
    }

    private ServerProgram ServerOf(string host, string program)
    {
        if (!_servers.TryGetValue((host, program), out var server))
        {
            var isSecond = _hosts.TryGetValue(host, out var first);
            _servers.Add((host, program), server = new ServerProgram(host, program, first, _servers.Count));
            if (isSecond)
            {
                first!.OfHost++;
            }
            else
            {
                _hosts.Add(host, server);
            }
        }

        return server;
    }

    private static void Note(Process process, SequenceReader reader, long place)
    {
        if (process.Server.Speaking is { } before && before != process)
        {
            process.WasInterrupted |= process.Started < before.Last && !before.CanBeChildOf(process);
            process.Server.WasInterrupted |= process.WasInterrupted;
        }

        process.Server.Speaking = process;
        process.Last = place;
        switch (reader.Line.Kind)
        {
            case EventKind.ServerStarting:
                process.Started = place;
                process.Configuration = ConfigurationOf(reader.Detail, unsaid: null);
                break;
            case EventKind.ServerRunningAs:
                process.Configuration = ConfigurationOf(reader.Detail, unsaid: "");
                break;
            case EventKind.ServerExiting:
                process.Exited = true;
                break;
        }
    }

    /// <summary>The FILE of <c>-c FILE</c> among the options that BIND prints when it starts.</summary>
    private static string? ConfigurationOf(EventText detail, string? unsaid)
    {
        var options = detail.ToString().Split(' ');
        var option = Array.IndexOf(options, "-c");
        return option >= 0 && option + 1 < options.Length ? options[option + 1] : unsaid;
    }
}
