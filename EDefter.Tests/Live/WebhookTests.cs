using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Azure;
using EDefter.LocalWorker.Hosting;
using EDefter.Tests.LocalWorker;
using EDefter.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The whole way of a webhook: registered over HTTP, posted to somebody's server, verified there.</summary>
public sealed class WebhookTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    private static readonly DateTimeOffset Morning = new(2025, 2, 5, 7, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receiver_that_fails_twice_gets_each_event_in_order_and_can_verify_it()
    {
        await using var receiver = await TestReceiver.StartAsync();
        receiver.Answer = (http, _) =>
        {
            http.Response.StatusCode = receiver.Messages.Count <= 2 ? 500 : 200;
            return Task.CompletedTask;
        };
        using var book = await OpenAsync();
        var made = await PutAsync(book, "erp", receiver.Url, HttpStatusCode.Created, "numbers-given", "archive-ready", "month-filed", "filing-revoked");
        var secret = made.GetProperty("secret").GetString()!;
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-10")},{LiveBook.Voucher("2", "2025-01-11")}]");
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = "Ayşe Yılmaz" });
        await book.ActAsync(book.Month("2025-01", "/archives"), new { by = "Ayşe Yılmaz", profile = "izibiz" });
        await book.ActAsync(book.Month("2025-01", "/filed"), new { by = "Ayşe Yılmaz" });
        await ArrivedAsync(book, receiver, 5);
        var got = receiver.Messages.ToList();
        Assert.Equal(["numbers-given", "numbers-given", "numbers-given", "archive-ready", "month-filed"], got.Select(message => message.Type));
        Assert.Equal(["1", "2", "3", "1", "1"], got.Select(message => message.Headers["EDefter-Attempt"]));
        Assert.Equal(3, got.Select(message => message.Headers["EDefter-Event"]).Distinct().Count());
        Assert.All(got, message => Assert.True(IsGenuine(message, secret) && message.Json.GetProperty("id").GetString() == message.Headers["EDefter-Event"]));

        // The receiver looks where the message points.
        var changes = await LiveBook.GetAsync(book.Erp, got[0].Json.GetProperty("links").GetProperty("changes").GetString()!);
        Assert.Equal(got[0].Json.GetProperty("seq").GetInt64(), changes.GetProperty("items")[0].GetProperty("seq").GetInt64());
        var deliveries = await book.GetAsync($"{Hooks(book)}/erp/deliveries?state=delivered&limit=2");
        Assert.Equal(["refused", "refused", "accepted"], deliveries.GetProperty("items")[0].GetProperty("tries").EnumerateArray().Select(attempt => attempt.GetProperty("outcome").GetString()));
        Assert.Equal("month-filed", Assert.Single((await book.GetAsync(deliveries.GetProperty("next").GetString()!)).GetProperty("items").EnumerateArray()).GetProperty("type").GetString());

        var rotated = (await book.ActAsync($"{Hooks(book)}/erp/rotate", new { overlapHours = 1 })).GetProperty("secret").GetString()!;
        await book.ActAsync(book.Month("2025-01", "/filed/revoke"), new { by = "Ayşe Yılmaz", reason = "yanlış dosya" });
        await ArrivedAsync(book, receiver, 6);
        Assert.True(IsGenuine(receiver.Messages.Last(), rotated) && IsGenuine(receiver.Messages.Last(), secret) && !IsGenuine(receiver.Messages.Last(), "x"));
    }

    [Fact]
    public async Task A_webhook_is_registered_told_its_secret_once_changed_and_taken_away()
    {
        using var book = await OpenAsync();
        var made = await PutAsync(book, "erp", "https://erp.example/a", HttpStatusCode.Created, "numbers-given");
        Assert.Matches("^[0-9a-f]{64}$", made.GetProperty("secret").GetString());
        var changed = await PutAsync(book, "erp", "https://erp.example/b", HttpStatusCode.OK, "numbers-given", "month-filed");
        Assert.False(changed.TryGetProperty("secret", out _));
        var found = await book.GetAsync($"{Hooks(book)}/erp");
        Assert.Equal(("https://erp.example/b", 2, true, 1), (found.GetProperty("url").GetString(), found.GetProperty("events").GetArrayLength(), found.GetProperty("active").GetBoolean(), found.GetProperty("secretVersion").GetInt32()));
        Assert.DoesNotContain("ecret\":\"", (await book.GetAsync(Hooks(book))).GetRawText(), StringComparison.Ordinal);
        using var gone = await book.Accountant.DeleteAsync(new Uri($"{Hooks(book)}/erp", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri($"{Hooks(book)}/erp", UriKind.Relative), Cancellation), HttpStatusCode.NotFound, "unknown-webhook");
        // The id is free again, the old secret is not.
        var again = await PutAsync(book, "erp", "https://erp.example/a", HttpStatusCode.Created, "numbers-given");
        Assert.NotEqual(made.GetProperty("secret").GetString(), again.GetProperty("secret").GetString());
        await LiveBook.RefusedAsync(await book.Accountant.PostAsync(new Uri($"{Hooks(book)}/erp/deliveries/7/again", UriKind.Relative), content: null, Cancellation), HttpStatusCode.NotFound, "unknown-delivery");
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri($"{Hooks(book)}/erp/deliveries?state=yok", UriKind.Relative), Cancellation), HttpStatusCode.UnprocessableEntity, "invalid-filter");
    }

    [Theory]
    [InlineData("erp", """{ "events": ["numbers-given"] }""")]
    [InlineData("erp", """{ "url": "http://erp.example/", "events": ["numbers-given"] }""")]
    [InlineData("erp", """{ "url": "https://192.168.1.1/", "events": ["numbers-given"] }""")]
    [InlineData("erp", """{ "url": "https://erp.example/", "events": [] }""")]
    [InlineData("erp", """{ "url": "https://erp.example/", "events": ["numbers-given", null, "yok"] }""")]
    [InlineData("ERP", """{ "url": "https://erp.example/", "events": ["numbers-given"] }""")]
    public async Task A_webhook_that_says_too_little_or_too_much_is_refused(string id, string json)
    {
        using var book = await OpenAsync();
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        await LiveBook.RefusedAsync(await book.Accountant.PutAsync(new Uri($"{Hooks(book)}/{id}", UriKind.Relative), content, Cancellation), HttpStatusCode.UnprocessableEntity, "invalid-webhook");
    }

    [Fact]
    public async Task Without_a_key_of_the_server_nothing_is_promised()
    {
        using var keyless = await LiveApp.StartAsync(app.Storage, app.Clock, builder => builder.Services.AddSingleton(HookMasterKey.From(configured: null)));
        using var book = await LiveBook.OpenAsync(keyless.GetLocalAddress());
        var refused = await LiveBook.RefusedAsync(await book.Accountant.PutAsJsonAsync($"{Hooks(book)}/erp", new { url = "https://erp.example/", events = (string[])["numbers-given"] }, Cancellation), HttpStatusCode.Conflict, "webhooks-off");
        Assert.Contains(SettingNames.WebhookKey, refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await keyless.StopAsync(Cancellation);
    }

    // Each test begins on the same morning; time stands still but where a test moves it on.
    private async Task<LiveBook> OpenAsync()
    {
        app.Clock.MoveTo(Morning);
        return await LiveBook.OpenAsync(app.Address);
    }

    private static string Hooks(LiveBook book) => $"/api/companies/{book.Company}/webhooks";

    private static async Task<JsonElement> PutAsync(LiveBook book, string id, string url, HttpStatusCode expected, params string[] events) =>
        await LiveBook.ReadAsync(await book.Accountant.PutAsJsonAsync($"{Hooks(book)}/{id}", new { url, events }, Cancellation), expected);

    // Time passes at once to the next try, so that nobody waits for the pauses; the look is the timer's.
    private async Task ArrivedAsync(LiveBook book, TestReceiver receiver, int count)
    {
        await Eventually.TrueAsync(async () =>
        {
            if (receiver.Messages.Count >= count)
                return true;
            var hook = await book.GetAsync($"{Hooks(book)}/erp");
            if (hook.TryGetProperty("nextAt", out var next) && next.GetDateTimeOffset() > app.Clock.GetUtcNow())
                app.Clock.MoveTo(next.GetDateTimeOffset());
            await app.Services.GetRequiredService<HookRounds>().LookAsync(book.Company, Cancellation);
            await Task.Delay(200, Cancellation);
            return receiver.Messages.Count >= count;
        });
    }

    // The receiver's clock is the sender's; how far it has moved on since does not matter here.
    private static bool IsGenuine(ReceivedMessage message, string secret)
    {
        var header = message.Headers["EDefter-Signature"];
        var sent = long.Parse(header[2..header.IndexOf(',', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
        return WebhookSignature.IsGenuine(header, message.Body, secret, DateTimeOffset.FromUnixTimeSeconds(sent));
    }
}
