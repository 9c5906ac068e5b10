using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;

namespace EDefter.LocalWorker.Hosting;

/// <summary>Says in people's words that the port is taken, before storage is started for nothing.</summary>
internal sealed class PortService(LocalArguments arguments) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        using var trial = new TcpListener(IPAddress.Loopback, arguments.Port);
        try
        {
            trial.Start();
        }
        catch (SocketException taken)
        {
            throw new LocalStartException(
                $"{arguments.Port} portu kullanılamıyor: {taken.Message}. O portu kullanan programı kapatın ya da --port 0 (boş bir port) veya --port NUMARA ile başlatın.\n"
                + $"Port {arguments.Port} cannot be used: {taken.Message}. Stop the program that holds it, or start with --port 0 (any free port) or --port NUMBER.",
                taken);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
