using System.Net;
using System.Net.Sockets;
using EDefter.Core.Workflow.Webhooks;

namespace EDefter.Functions.Webhooks;

/// <summary>Connects to what a name leads to, after looking at it: the address that was looked at is the one that is called, so no name can change its mind in between.</summary>
/// <param name="networks">What may be called.</param>
/// <param name="resolve">Addresses of a name.</param>
internal sealed class CheckedConnection(HookNetworks networks, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var isHttps = context.InitialRequestMessage.RequestUri?.Scheme == "https";
        var addresses = await resolve(context.DnsEndPoint.Host, cancellationToken);
        // A name that leads to us and to somebody else at once is no honest name.
        if (!Array.TrueForAll(addresses, address => networks.Allow(address, isHttps)))
            throw new AddressNotAllowedException();
        Socket? socket = null;
        try
        {
            socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            var stream = new NetworkStream(socket, ownsSocket: true);
            socket = null;
            return stream;
        }
        finally
        {
            socket?.Dispose();
        }
    }
}
