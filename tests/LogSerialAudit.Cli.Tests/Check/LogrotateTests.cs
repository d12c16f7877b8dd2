using System.Diagnostics;

namespace LogSerialAudit.Cli.Tests.Check;

/// <summary>The real logrotate rotates while a server writes and checks run: every event is told once.</summary>
public sealed class LogrotateTests
{
    /// <summary>A comment for logrotate: the server does not notice that its log was emptied.</summary>
    private const string OldPlace = "# writes on at the place where it was";

    private static readonly string[] Ways =
    [
        "create", "create|compress", "create|compress|delaycompress", "copytruncate", "copytruncate|compress", "copytruncate|compress|delaycompress",
        $"copytruncate|{OldPlace}", $"copytruncate|compress|{OldPlace}", $"copytruncate|compress|delaycompress|{OldPlace}",
        "create|dateext|dateformat -%Y%m%d-%s", "create|dateext|dateformat -%Y%m%d-%s|compress", "create|dateext|dateformat -%Y%m%d-%s|compress|delaycompress",
        "create|compress|compresscmd /usr/bin/xz|compressext .xz", "create|nocompress|start 0",
    ];

    /// <summary>All ways, each for as many rotations as there is time for.</summary>
    public static TheoryData<string> AllWays => [.. Ways];

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task EveryEventIsToldOnce(string way)
    {
        var logrotate = new[] { "/usr/sbin/logrotate", "/usr/bin/logrotate" }.FirstOrDefault(File.Exists);
        Assert.SkipUnless(logrotate is not null, "logrotate is missing (Debian: package logrotate).");
        Assert.SkipUnless(!way.Contains("xz", StringComparison.Ordinal) || File.Exists("/usr/bin/xz"), "xz is missing (Debian: package xz-utils).");
        var isLong = Environment.GetEnvironmentVariable("LOGSERIALAUDIT_KILL_MATRIX") is { Length: > 0 };
        using var log = new WatchedLog();
        using var server = new LogWriter(log, appends: !way.Contains(OldPlace, StringComparison.Ordinal));
        File.WriteAllText(log.Log, "");
        Assert.Equal("", await log.ToldAsync());

        var told = new List<string>();
        server.Start();
        for (var rotation = 0; rotation < (isLong ? 40 : 3); rotation++)
        {
            server.Await(server.Written + 3);

            // Checks go on while it rotates.
            var rotating = RotateAsync(logrotate!, way, log, server);
            do
            {
                told.AddRange((await log.ToldAsync()).Split(", ", StringSplitOptions.RemoveEmptyEntries));
            }
            while (!rotating.IsCompleted);
            await rotating;
            server.Await(server.Written + 3);
        }

        server.Stop();
        told.AddRange((await log.ToldAsync()).Split(", ", StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(
            Enumerable.Range(1, server.Written).Select(number => $"began z{number}.example").Order(StringComparer.Ordinal),
            told.Order(StringComparer.Ordinal));
        Assert.Equal("", await log.ToldAsync());
    }

    private static async Task RotateAsync(string logrotate, string way, WatchedLog log, LogWriter server)
    {
        var (flag, isCopied) = (log.Folder["reopen"], way.Contains("copytruncate", StringComparison.Ordinal));
        var configuration = log.Folder.Write("rotate.conf", $$"""
            {{log.Log}} {
              rotate 100
              size 1
              {{string.Join("\n  ", way.Split('|'))}}
              postrotate
                {{(isCopied ? "true" : $"touch {flag}; while [ -e {flag} ]; do sleep 0.01; done")}}
              endscript
            }

            """);
        if (isCopied)
        {
            // What is written between the copy and the truncation is lost by logrotate itself.
            server.Pause();
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(configuration, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.SetUnixFileMode(log.Folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        using var process = Process.Start(new ProcessStartInfo(logrotate, ["--force", "--state", log.Folder["logrotate.status"], configuration]) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors);
        server.GoOn();
        if (way.Contains("dateext", StringComparison.Ordinal))
        {
            // Its names are of whole seconds.
            await Task.Delay(1000, TestContext.Current.CancellationToken);
        }
    }
}
