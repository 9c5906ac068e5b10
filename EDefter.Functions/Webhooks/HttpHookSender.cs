using System.Net;
using System.Net.Http.Headers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;

namespace EDefter.Functions.Webhooks;

/// <summary>
/// Posts messages to servers that nobody here knows: no redirects, no cookies, no proxy, no credentials, ten seconds in all, and four kilobytes of an answer at most, of which
/// nothing but the status is kept.
/// </summary>
public sealed class HttpHookSender : IHookSender, IDisposable
{
    private const int AnswerBytesMax = 4 * 1024;

    private readonly SocketsHttpHandler handler;
    private readonly HttpMessageInvoker client;
    private readonly TimeProvider clock;
    private readonly TimeSpan patience;

    /// <param name="networks">What may be called besides public addresses.</param>
    /// <param name="clock">Clock of time-outs and of <c>Retry-After</c>.</param>
    public HttpHookSender(HookNetworks networks, TimeProvider clock)
        : this(networks, clock, Dns.GetHostAddressesAsync, HookPump.SendMost)
    {
    }

    internal HttpHookSender(HookNetworks networks, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>> resolve, TimeSpan patience)
    {
        this.clock = clock;
        this.patience = patience;
        handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            ConnectCallback = new CheckedConnection(networks, resolve).OpenAsync,
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = AnswerBytesMax,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        client = new HttpMessageInvoker(handler, disposeHandler: false);
    }

    public async Task<HookAnswer> SendAsync(HookRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var message = Message(request);
            using var response = await client.SendAsync(message, either.Token);
            await ReadAsync(response, either.Token);
            return new HookAnswer(response.IsSuccessStatusCode ? HookOutcome.Accepted : HookOutcome.Refused, (int)response.StatusCode, RetryAfter(response));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HookAnswer(HookOutcome.TimedOut);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or AddressNotAllowedException or System.Net.Sockets.SocketException)
        {
            return new HookAnswer(OutcomeOf(exception));
        }
    }

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }

    private static HttpRequestMessage Message(HookRequest request)
    {
        var content = new ByteArrayContent(request.Body.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(request.Url)) { Content = content, Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("EDefter-Webhook", "1"));
        // Validated: a line end in a value is refused by the headers themselves.
        foreach (var (name, value) in request.Headers)
            message.Headers.Add(name, value);
        return message;
    }

    // So that the connection may be used again. Longer answers are cut off with their connection.
    private static async Task ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var answer = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[AnswerBytesMax];
        _ = await answer.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };

    private static HookOutcome OutcomeOf(Exception exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
        {
            if (at is AddressNotAllowedException)
                return HookOutcome.AddressNotAllowed;
        }

        return exception is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } ? HookOutcome.NotSecure : HookOutcome.Unreachable;
    }
}
