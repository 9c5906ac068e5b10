using System.Net;
using System.Net.Sockets;
using System.Text;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace EDefter.Tests.Webhooks;

/// <summary>The other side may be anybody: it is called where it was looked at, and believed in nothing but its status.</summary>
public sealed class HttpHookSenderTests
{
    private static readonly HookNetworks Loopback = HookNetworks.From("127.0.0.1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_arrives_with_its_headers_and_no_others_of_ours()
    {
        await using var receiver = await TestReceiver.StartAsync();
        using var sender = Sender();
        var answer = await sender.SendAsync(Request(receiver.Url), Cancellation);
        Assert.Equal(new HookAnswer(HookOutcome.Accepted, 200), answer);
        var got = Assert.Single(receiver.Messages);
        Assert.Equal(["Content-Length", "Content-Type", "EDefter-Event", "Host", "User-Agent"], got.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("application/json; charset=utf-8", "{}"), (got.Headers["Content-Type"], Encoding.UTF8.GetString(got.Body)));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_cookie_not_kept()
    {
        await using var elsewhere = await TestReceiver.StartAsync();
        await using var receiver = await TestReceiver.StartAsync();
        receiver.Answer = (http, _) =>
        {
            http.Response.Headers.SetCookie = "a=b";
            http.Response.Redirect(elsewhere.Url, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        using var sender = Sender();
        Assert.Equal(new HookAnswer(HookOutcome.Refused, 307), await sender.SendAsync(Request(receiver.Url), Cancellation));
        Assert.Equal(new HookAnswer(HookOutcome.Refused, 307), await sender.SendAsync(Request(receiver.Url), Cancellation));
        Assert.Empty(elsewhere.Messages);
        Assert.All(receiver.Messages, message => Assert.DoesNotContain("Cookie", message.Headers.Keys));
    }

    [Fact]
    public async Task A_receiver_says_when_to_come_back()
    {
        await using var receiver = await TestReceiver.StartAsync();
        receiver.Answer = (http, _) =>
        {
            (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (503, "120");
            return Task.CompletedTask;
        };
        using var sender = Sender();
        Assert.Equal(new HookAnswer(HookOutcome.Refused, 503, TimeSpan.FromMinutes(2)), await sender.SendAsync(Request(receiver.Url), Cancellation));
    }

    [Fact]
    public async Task An_answer_without_an_end_is_cut_off()
    {
        await using var receiver = await TestReceiver.StartAsync();
        receiver.Answer = async (http, _) =>
        {
            var much = new byte[64 * 1024];
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(much, http.RequestAborted);
        };
        using var sender = Sender();
        Assert.Equal(new HookAnswer(HookOutcome.Accepted, 200), await sender.SendAsync(Request(receiver.Url), Cancellation));
    }

    [Fact]
    public async Task Who_does_not_answer_is_left_after_a_while()
    {
        await using var receiver = await TestReceiver.StartAsync();
        receiver.Answer = (http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        using var sender = Sender(patience: TimeSpan.FromMilliseconds(300));
        Assert.Equal(new HookAnswer(HookOutcome.TimedOut), await sender.SendAsync(Request(receiver.Url), Cancellation));
    }

    [Theory]
    [InlineData("127.0.0.2")]
    [InlineData("10.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("8.8.8.8")]
    [InlineData("127.0.0.1 10.0.0.1")]
    public async Task A_name_that_leads_where_it_must_not_is_not_called(string addresses)
    {
        await using var receiver = await TestReceiver.StartAsync();
        using var sender = Sender((_, _) => Task.FromResult(addresses.Split(' ').Select(IPAddress.Parse).ToArray()));
        Assert.Equal(new HookAnswer(HookOutcome.AddressNotAllowed), await sender.SendAsync(Request($"http://alici.example:{receiver.Port}/"), Cancellation));
        Assert.Empty(receiver.Messages);
    }

    [Fact]
    public async Task A_name_cannot_change_its_mind_between_the_look_and_the_call()
    {
        await using var receiver = await TestReceiver.StartAsync();
        var asked = 0;
        // The first answer is good, every later one is an address that must not be called: who asks twice calls it.
        using var sender = Sender((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(Interlocked.Increment(ref asked) == 1 ? "127.0.0.1" : "127.0.0.2")]));
        receiver.Answer = (http, _) =>
        {
            http.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        };
        Assert.Equal(HookOutcome.Accepted, (await sender.SendAsync(Request($"http://alici.example:{receiver.Port}/"), Cancellation)).Outcome);
        Assert.Equal(1, asked);
        Assert.Equal(HookOutcome.AddressNotAllowed, (await sender.SendAsync(Request($"http://alici.example:{receiver.Port}/"), Cancellation)).Outcome);
        Assert.Single(receiver.Messages);
    }

    [Fact]
    public async Task Nobody_there_no_name_and_no_tls_are_outcomes()
    {
        using var sender = Sender();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        silent.Stop();
        Assert.Equal(HookOutcome.Unreachable, (await sender.SendAsync(Request($"http://127.0.0.1:{port}/"), Cancellation)).Outcome);
        using var nameless = Sender((_, _) => throw new SocketException((int)SocketError.HostNotFound));
        Assert.Equal(HookOutcome.Unreachable, (await nameless.SendAsync(Request("http://yok.example/"), Cancellation)).Outcome);
        await using var receiver = await TestReceiver.StartAsync();
        Assert.Equal(HookOutcome.NotSecure, (await sender.SendAsync(Request($"https://127.0.0.1:{receiver.Port}/"), Cancellation)).Outcome);
    }

    [Theory]
    [InlineData("a\r\nX-Other: 1")]
    [InlineData("a\nX-Other: 1")]
    public async Task A_line_end_in_a_header_is_no_header(string value)
    {
        await using var receiver = await TestReceiver.StartAsync();
        using var sender = Sender();
        var request = Request(receiver.Url) with { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["EDefter-Event"] = value } };
        await Assert.ThrowsAsync<FormatException>(() => sender.SendAsync(request, Cancellation));
        Assert.Empty(receiver.Messages);
    }

    private static HookRequest Request(string url) => new(url, "{}"u8.ToArray(), new Dictionary<string, string>(StringComparer.Ordinal) { ["EDefter-Event"] = "e1" });

    private static HttpHookSender Sender(Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, TimeSpan? patience = null) =>
        new(Loopback, TimeProvider.System, resolve ?? Dns.GetHostAddressesAsync, patience ?? HookPump.SendMost);
}
