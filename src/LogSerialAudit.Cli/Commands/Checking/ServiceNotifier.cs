using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LogSerialAudit.Cli.Commands.Checking;

/// <summary>Tells systemd how the service is (sd_notify(3)): a datagram to the socket that <c>NOTIFY_SOCKET</c> names. Where there is none, nobody asked.</summary>
/// <param name="environment">The values of environment variables.</param>
internal sealed class ServiceNotifier(Func<string, string?> environment)
{
    /// <summary>Tells lines such as <c>READY=1</c>; what the socket does not take is lost, as it is meant to be.</summary>
    public void Tell(string lines)
    {
        if (environment("NOTIFY_SOCKET") is not { Length: > 1 } path || path[0] is not ('/' or '@'))
        {
            return;
        }

        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

            // Of an abstract name systemd writes the NUL as @.
            socket.SendTo(Encoding.UTF8.GetBytes(lines), new UnixDomainSocketEndPoint(path[0] == '@' ? '\0' + path[1..] : path));
        }
        catch (Exception error) when (error is SocketException or ArgumentOutOfRangeException or PlatformNotSupportedException)
        {
            // The service does its work all the same.
        }
    }

    /// <summary>How often it has to be told that the service is alive, half of <c>WATCHDOG_USEC</c>, where that is sooner than <paramref name="usual"/>.</summary>
    public TimeSpan Interval(TimeSpan usual) =>
        long.TryParse(environment("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0
            && TimeSpan.FromMicroseconds(microseconds / 2) is var half && half < usual ? half : usual;
}
