using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace EDefter.Tests.Kills;

/// <summary>
/// The line between the program and one service of its storage. Whoever listens hears of a write before it is sent on, when it can be held back, and once more between the write that
/// stands and its answer: the very seam at which a process must be able to die.
/// </summary>
internal sealed partial class StorageLine : IAsyncDisposable
{
    private readonly WebApplication relay;
    private readonly HttpClient service;
    private readonly bool isTable;
    private readonly Func<StorageWrite, Task> arrives;
    private readonly Func<StorageWrite, Task> stands;

    private StorageLine(WebApplication relay, int port, bool isTable, Func<StorageWrite, Task> arrives, Func<StorageWrite, Task> stands)
    {
        this.relay = relay;
        this.isTable = isTable;
        this.arrives = arrives;
        this.stands = stands;
        service = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Where the program finds the service.</summary>
    public int Port { get; private set; }

    /// <param name="port">Where the service listens.</param>
    /// <param name="isTable">The service is that of the tables, whose writes are small, and read on their way.</param>
    /// <param name="arrives">Is called with every write before it is sent on.</param>
    /// <param name="stands">Is called when a write stands, before its answer goes back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<StorageLine> StartAsync(int port, bool isTable, Func<StorageWrite, Task> arrives, Func<StorageWrite, Task> stands, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var line = new StorageLine(builder.Build(), port, isTable, arrives, stands);
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
        var write = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? null : await AddBodyAsync(context, request, target);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!string.Equals(name, "Host", StringComparison.OrdinalIgnoreCase) && !request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        if (write is not null)
            await arrives(write);
        using var answer = await service.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        if (write is not null && await StandsAsync(answer))
            await stands(write);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!string.Equals(name, "Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
                context.Response.Headers.Append(name, values.ToArray());
        }

        if (!HttpMethods.IsHead(context.Request.Method))
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private async Task<StorageWrite> AddBodyAsync(HttpContext context, HttpRequestMessage request, string target)
    {
        var hasBody = context.Request.ContentLength is not null || context.Request.Headers.TransferEncoding.Count > 0;
        if (!isTable || !hasBody)
        {
            request.Content = hasBody ? new StreamContent(context.Request.Body) : null;
            return new StorageWrite(target, string.Empty);
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        request.Content = new ByteArrayContent(body.ToArray());
        return new StorageWrite(target, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length));
    }

    // A table's transaction that was refused is answered 202 like one that stands; what became of it is said inside.
    private async Task<bool> StandsAsync(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode || !isTable)
            return answer.IsSuccessStatusCode;
        await answer.Content.LoadIntoBufferAsync();
        return !RefusalInside().IsMatch(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex(@"^HTTP/1\.1 [45]", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RefusalInside();
}
