using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EDefter.Tests.Webhooks;

/// <summary>Somebody's server that receives webhooks, on a port of this machine.</summary>
internal sealed class TestReceiver : IAsyncDisposable
{
    private readonly WebApplication server;

    private TestReceiver(WebApplication server) => this.server = server;

    /// <summary>Answers a message; by default 200.</summary>
    public Func<HttpContext, ReceivedMessage, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public ConcurrentQueue<ReceivedMessage> Messages { get; } = new();

    public int Port => new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/edefter");

    public static async Task<TestReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var application = builder.Build();
        var receiver = new TestReceiver(application);
        application.Run(receiver.ReceiveAsync);
        await application.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var message = new ReceivedMessage(http.Request.Path, http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray());
        Messages.Enqueue(message);
        await Answer(http, message);
    }
}
