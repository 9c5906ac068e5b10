using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Webhooks;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using EDefter.Tests.Live;
using EDefter.Tests.LocalWorker;
using EDefter.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace EDefter.Tests.Screen;

/// <summary>Who is told of what, in a real browser, against an application whose days pass as the test wants.</summary>
public sealed class ToldBrowserTests : IAsyncLifetime
{
    private const string January = "2025-01";

    // Before six in the morning in Türkiye.
    private static readonly DateTimeOffset Dawn = new(2025, 2, 5, 2, 20, 0, TimeSpan.Zero);

    private readonly TestClock clock = new(Dawn);
    private Azurite? storage;
    private IHost? host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Uri Address => host!.GetLocalAddress();

    public async ValueTask InitializeAsync()
    {
        storage = await Azurite.StartAsync(Cancellation);
        host = await LiveApp.StartAsync(storage.ConnectionString, clock);
    }

    public async ValueTask DisposeAsync()
    {
        await host!.StopAsync(CancellationToken.None);
        host.Dispose();
        await storage!.DisposeAsync();
    }

    [DeepChromiumFact]
    public async Task A_webhook_is_made_paused_given_a_new_secret_and_sent_again_what_never_came_through()
    {
        await using var receiver = await TestReceiver.StartAsync();
        receiver.Answer = static (http, _) =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        using var book = await LiveBook.OpenAsync(Address);
        var seen = await ConsoleScript.PlayAsync("webhooks", Address, new JsonObject { ["key"] = LiveApp.AdminKey, ["name"] = "Yönetici", ["act"] = "add", ["url"] = receiver.Url });
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        await book.ActAsync(book.Month(January, "/numbers"), new { by = "Ayşe Yılmaz" });
        await Eventually.TrueAsync(async () => await LookAsync(book) && (await book.GetAsync($"/api/companies/{book.Company}/webhooks/erp/deliveries?state=dead")).GetProperty("items").GetArrayLength() == 1);

        receiver.Answer = static (_, _) => Task.CompletedTask;
        await ConsoleScript.PlayAsync("webhooks", Address, new JsonObject { ["key"] = await book.IssueAsync("accountant"), ["name"] = "Nurgül Özışık", ["act"] = "again" });

        var last = receiver.Messages.Last();
        Assert.Equal("numbers-given", last.Type);
        var signature = last.Headers["EDefter-Signature"];
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(signature[2..signature.IndexOf(',', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(WebhookSignature.IsGenuine(signature, last.Body, seen.GetProperty("secret").GetString()!, sent), "The secret that the screen told signs.");
    }

    [DeepChromiumFact]
    public async Task A_standing_approval_is_given_on_the_screen_and_its_story_is_read_there_with_who_was_told()
    {
        await using var receiver = await TestReceiver.StartAsync();
        using var book = await LiveBook.OpenAsync(Address);
        using var made = await book.Accountant.PutAsJsonAsync($"/api/companies/{book.Company}/webhooks/erp", new { url = receiver.Url, events = (string[])["month-filed"] }, Cancellation);
        Assert.True(made.IsSuccessStatusCode);
        var key = await book.IssueAsync("accountant");
        await PlayAsync(key, "approve");
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-10").Replace("\"Ayşe Yılmaz\"", "\"\"", StringComparison.Ordinal)},{LiveBook.Voucher("2", "2025-01-11")}]");

        clock.MoveTo(Dawn.AddMinutes(41));
        await host!.Services.GetRequiredService<MonthEndDesk>().AskDueAsync(Cancellation);
        await Eventually.TrueAsync(async () => (await book.GetAsync(book.Month(January))).TryGetProperty("monthEnd", out var end) && end.GetProperty("outcome").GetString() == "done");
        await Eventually.TrueAsync(async () => await LookAsync(book) && !receiver.Messages.IsEmpty);
        await Eventually.TrueAsync(async () => (await book.GetAsync(book.Month(January, "/month-end"))).GetProperty("tellings").EnumerateArray().Any(telling => telling.GetProperty("state").GetString() == "delivered"));

        await PlayAsync(key, "story");
    }

    private Task PlayAsync(string key, string act) => ConsoleScript.PlayAsync("monthend", Address, new JsonObject { ["key"] = key, ["act"] = act, ["now"] = Dawn.ToString("O") });

    // Time passes at once to the next try; the look is the timer's.
    private async Task<bool> LookAsync(LiveBook book)
    {
        var hook = await book.GetAsync($"/api/companies/{book.Company}/webhooks/erp");
        if (hook.TryGetProperty("nextAt", out var next) && next.GetDateTimeOffset() > clock.GetUtcNow())
            clock.MoveTo(next.GetDateTimeOffset());
        await host!.Services.GetRequiredService<HookRounds>().LookAsync(book.Company, Cancellation);
        await Task.Delay(200, Cancellation);
        return true;
    }
}
