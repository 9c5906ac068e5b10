using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace EDefter.Tests.Kills;

/// <summary>
/// The line between the program and one service of its storage. It counts what was written over it, and can be told to act between a write that stands and its answer:
/// the very seam at which a process must be able to die.
/// </summary>
internal sealed class StorageLine : IAsyncDisposable
{
    private readonly WebApplication relay;
    private readonly HttpClient service;
    private readonly Func<Task> written;

    private StorageLine(WebApplication relay, int port, Func<Task> written)
    {
        this.relay = relay;
        this.written = written;
        service = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Where the program finds the service.</summary>
    public int Port { get; private set; }

    /// <param name="port">Where the service listens.</param>
    /// <param name="written">Is called when a write stands, before its answer goes back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<StorageLine> StartAsync(int port, Func<Task> written, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var line = new StorageLine(builder.Build(), port, written);
        line.relay.Run(line.RelayAsync);
        await line.relay.StartAsync(cancellationToken);
        line.Port = new Uri(line.relay.Urls.Single()).Port;
        return line;
    }

    public async ValueTask DisposeAsync()
    {
        await relay.DisposeAsync();
        service.Dispose();
    }

    private async Task RelayAsync(HttpContext context)
    {
        // As it came: the signature is over these very characters.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(service.BaseAddress!, target));
        if (context.Request.ContentLength is not null || context.Request.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!string.Equals(name, "Host", StringComparison.OrdinalIgnoreCase) && !request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        using var answer = await service.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && answer.IsSuccessStatusCode)
            await written();
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!string.Equals(name, "Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
                context.Response.Headers.Append(name, values.ToArray());
        }

        if (!HttpMethods.IsHead(context.Request.Method))
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
