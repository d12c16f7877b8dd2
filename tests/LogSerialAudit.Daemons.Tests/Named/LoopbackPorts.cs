using System.Net;
using System.Net.Sockets;

namespace LogSerialAudit.Daemons.Tests.Named;

/// <summary>Ports of 127.0.0.1 that are free for both UDP and TCP.</summary>
internal static class LoopbackPorts
{
    private static readonly HashSet<int> Taken = [];
    private static readonly Lock Gate = new();

    /// <summary>A port that no other caller in this process gets, below the range of outgoing connections.</summary>
    public static int Next()
    {
        lock (Gate)
        {
            for (var attempt = 0; attempt < 1000; attempt++)
            {
                var port = Random.Shared.Next(12000, 32000);
                if (!Taken.Contains(port) && IsFree(port, SocketType.Dgram) && IsFree(port, SocketType.Stream))
                {
                    Taken.Add(port);
                    return port;
                }
            }
        }

        throw new InvalidOperationException("No free loopback port was found.");
    }

    private static bool IsFree(int port, SocketType type)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, type, ProtocolType.Unspecified);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
