using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Tests.Live;
using EDefter.Tests.LocalWorker;
using EDefter.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;
using static EDefter.Tests.OpenApi.AnswerBodies;

namespace EDefter.Tests.OpenApi;

/// <summary>A shop of two months: January by hand, with everything taken back once; February by the month end, which is told to a server that does not listen.</summary>
internal sealed class ShopAnswers(AnswerCaller admin, IHost host, TestClock clock)
{
    private const string Shop = "/api/companies/ornek-magaza";
    private const string Book = Shop + "/0000";
    private const string Month = Book + "/periods/2025-01";
    private const string By = "Ayşe Yılmaz";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task RunAsync()
    {
        await using var receiver = await TestReceiver.StartAsync();
        receiver.Answer = static (http, _) =>
        {
            http.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        var company = LiveBook.PlainCompany();
        company["autoClose"] = JsonNode.Parse($$"""{ "day": 5, "profile": "izibiz", "repairClasses": ["A"], "approvedBy": "{{By}}", "approvedOn": "2025-01-20", "tell": ["webhook"] }""");
        await admin.SendAsync(HttpMethod.Put, Shop, Json(company.ToJsonString()));
        using var accountant = await admin.CallerAsync(Shop, "accountant");
        await accountant.SendAsync(HttpMethod.Post, Book + "/vouchers", Json($"[{Unsigned("1", "2025-01-10")},{LiveBook.Voucher("2", "2025-01-11")},{LiveBook.Voucher("3", "2025-01-12")},{LiveBook.Voucher("4", "2025-02-10")}]"));
        await accountant.SendAsync(HttpMethod.Delete, Book + "/vouchers/3");
        var run = (await accountant.ActAsync(Month + "/repairs")).GetProperty("run").GetString();
        await accountant.ActAsync($"{Month}/repairs/{run}/apply", Json($$"""{ "by": "{{By}}", "accept": "all" }"""));
        await accountant.ActAsync($"{Month}/repairs/{run}/undo", Json($$"""{ "by": "{{By}}" }"""));
        run = (await accountant.ActAsync(Month + "/repairs")).GetProperty("run").GetString();
        await accountant.ActAsync($"{Month}/repairs/{run}/apply", Json($$"""{ "by": "{{By}}", "accept": "all" }"""));
        await accountant.ActAsync(Month + "/numbers/preview");
        await accountant.ActAsync(Month + "/numbers", Body("PostNumbers"));
        await accountant.SendAsync(HttpMethod.Post, Month + "/numbers/undo", Body("PostNumbersUndo"));
        await accountant.ActAsync(Month + "/numbers", Body("PostNumbers"));
        await WebhookAsync(accountant, receiver);
        await MonthEndAsync(accountant);
        await DeadAsync(accountant);
    }

    private static async Task WebhookAsync(AnswerCaller accountant, TestReceiver receiver)
    {
        await accountant.SendAsync(HttpMethod.Put, Shop + "/webhooks/erp", Body("PutWebhook"));
        await accountant.SendAsync(HttpMethod.Put, Shop + "/webhooks/erp", Body("PutWebhook"));
        await accountant.SendAsync(HttpMethod.Post, Shop + "/webhooks/erp/rotate", Body("PostWebhookRotate"));
        await accountant.GetAsync(Shop + "/webhooks/erp");
        await accountant.GetAsync(Shop + "/webhooks");
        await accountant.SendAsync(HttpMethod.Delete, Shop + "/webhooks/erp");
        await accountant.SendAsync(HttpMethod.Put, Shop + "/webhooks/alici", Json($$"""{ "url": "{{receiver.Url}}", "events": ["month-filed"] }"""));
    }

    private async Task MonthEndAsync(AnswerCaller accountant)
    {
        Assert.Equal(1, await host.Services.GetRequiredService<MonthEndDesk>().AskDueAsync(Cancellation));
        await Eventually.TrueAsync(async () =>
            (await host.Services.GetRequiredService<MonthEndStories>().FindAsync("ornek-magaza", "0000", "2025-02", Cancellation)).Value is { Outcome: not MonthEndOutcome.Running });
        await accountant.GetAsync(Book + "/periods/2025-02/month-end");
    }

    // The schedule of tries is gone through at once.
    private async Task DeadAsync(AnswerCaller accountant)
    {
        // What is not there yet is no example.
        using var looking = accountant.Unrecorded();
        JsonElement delivery = default;
        await Eventually.TrueAsync(async () =>
        {
            await host.Services.GetRequiredService<HookRounds>().LookAsync("ornek-magaza", Cancellation);
            await Task.Delay(200, Cancellation);
            var hook = await looking.GetAsync(Shop + "/webhooks/alici");
            if (hook.TryGetProperty("nextAt", out var next) && next.GetDateTimeOffset() > clock.GetUtcNow())
                clock.MoveTo(next.GetDateTimeOffset());
            var dead = (await looking.GetAsync(Shop + "/webhooks/alici/deliveries?state=dead")).GetProperty("items");
            delivery = dead.GetArrayLength() > 0 ? dead[0] : default;
            return dead.GetArrayLength() > 0;
        });
        await accountant.GetAsync(Shop + "/webhooks/alici/deliveries?state=dead");
        await accountant.SendAsync(HttpMethod.Post, $"{Shop}/webhooks/alici/deliveries/{delivery.GetProperty("n").GetInt64()}/again");
    }

    private static string Unsigned(string id, string date) => LiveBook.Voucher(id, date).Replace("\"Ayşe Yılmaz\"", "\"\"", StringComparison.Ordinal);
}
