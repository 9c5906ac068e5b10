using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Core.Reading;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Functions.Local;
using EDefter.Functions.Sample;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using EDefter.Tests.Live;
using EDefter.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace EDefter.Tests.Secrecy;

/// <summary>
/// The sample month the whole way, with its rehearsal, archives, filing, backup and webhooks, a month end, and what goes wrong on such ways: no line of the log and no record of the audit
/// trail holds a name, a description, a tax number, an amount or a secret. Our own categories are heard down to Trace.
/// </summary>
public sealed class SilentRunTests : IAsyncLifetime
{
    private const string Company = "ornek-otel";
    private const string By = "Nurgül Özışık";

    // The morning on which January's month end is due.
    private static readonly DateTimeOffset Due = new(2025, 2, 5, 7, 0, 0, TimeSpan.Zero);

    private readonly CapturedLog log = new();
    private readonly Confidences confidences = new Confidences().Add(SampleCompany.Company).Add(SampleMonth.Faulty.Vouchers).Add(SampleAccounts.All)
        .AddWord("key", LiveApp.AdminKey).AddWord("person", "Ayşe Yılmaz").AddWord("reason", "Yanlış dosya gönderildi");

    private Azurite? storage;
    private IHost? host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        storage = await Azurite.StartAsync(Cancellation);
        host = await StartAsync(TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        host!.Dispose();
        log.Dispose();
        await storage!.DisposeAsync();
    }

    private Task<IHost> StartAsync(TimeProvider clock) => LiveApp.StartAsync(storage!.ConnectionString, clock, builder => log.Listen(builder.Logging));

    [Fact]
    public Task No_log_line_and_no_audit_record_of_a_run_tells_a_name_an_amount_or_a_tax_number() => RunAsync(RunCleanAsync, "job:number", "job:archive");

    // With everything that rules find, plans mend and persons decide.
    [DeepFact]
    public Task No_log_line_and_no_audit_record_of_the_faulty_sample_does_either() => RunAsync(RunSampleAsync, "job:number", "job:archive", "job:repair", "job:repair-apply", "job:rehearse");

    private async Task RunAsync(Func<Task> run, params string[] jobs)
    {
        await run();
        using var client = new HttpClient { BaseAddress = host!.GetLocalAddress() };
        var key = await IssueAsync(client, "accountant");
        await GoOnAsync(client, key);
        await StumbleAsync(client, key);
        var records = await ExportAsync(client, Company);
        var others = await ExportAsync(client, company: null);
        await host!.StopAsync(Cancellation);
        others = [.. others, .. await CloseMonthAsync()];

        Assert.InRange(confidences.Count, 1_000, int.MaxValue);
        // The log must have said something, of every kind that there is, or there was nothing to look at.
        Assert.All(["EDefter.Functions", "EDefter.LocalWorker", "refused a request"], said => Assert.Contains(log.Lines, line => line.Contains(said, StringComparison.Ordinal)));
        Assert.All([.. jobs, "PostVouchers", "job:backup", "PostFiled", "GetArchive", "PutWebhook"], act => Assert.Contains(records, line => line.Contains($"\"act\":\"{act}\"", StringComparison.Ordinal)));
        var leaks = log.Lines.Concat(records).Concat(others).SelectMany(confidences.FindIn).ToList();
        Assert.True(leaks.Count == 0, $"{leaks.Count} leaks\n{string.Join('\n', leaks.DistinctBy(leak => leak.Line[..Math.Min(60, leak.Line.Length)]).Take(20))}");
    }

    private async Task RunCleanAsync()
    {
        using var client = new HttpClient { BaseAddress = host!.GetLocalAddress() };
        await SendAsync(client, HttpMethod.Put, $"/api/companies/{Company}", LiveApp.AdminKey, JsonSerializer.SerializeToElement(SampleCompany.Company, WireJson.Options));
        var (erp, accountant) = (await IssueAsync(client, "erp"), await IssueAsync(client, "accountant"));
        await SendAsync(client, HttpMethod.Put, $"/api/companies/{Company}/accounts", erp, JsonSerializer.SerializeToElement(SampleAccounts.All, WireJson.Options));
        var vouchers = SampleMonth.Clean().Select(voucher => Encoding.UTF8.GetString(VoucherJsonWriter.ToBytes(voucher)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, HttpMethod.Post, $"/api/companies/{Company}/0000/vouchers", erp, $"[{string.Join(',', vouchers)}]"));
        const string month = $"/api/companies/{Company}/0000/periods/2025-01";
        await SendAsync(client, HttpMethod.Post, month + "/numbers?wait=25", accountant, new { by = By });
        await SendAsync(client, HttpMethod.Post, month + "/archives?wait=25", accountant, new { profile = "izibiz", by = By });
    }

    private async Task RunSampleAsync()
    {
        var folder = Directory.CreateTempSubdirectory("edefter-silent-");
        try
        {
            using var client = new HttpClient { BaseAddress = host!.GetLocalAddress() };
            await using var told = new StringWriter();
            Assert.True(await new SampleRun(client, LiveApp.AdminKey, folder.FullName, told).RunAsync(Cancellation) == 0, told.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What the sample's transcript does not show: a webhook, a warning let stand, a print, a backup, the filing and its taking back.
    private async Task GoOnAsync(HttpClient client, string key)
    {
        await using var receiver = await TestReceiver.StartAsync();
        const string month = $"/api/companies/{Company}/0000/periods/2025-01";
        var hook = await SendAsync(client, HttpMethod.Put, $"/api/companies/{Company}/webhooks/erp", key, new { url = receiver.Url, events = (string[])["month-filed", "filing-revoked"] });
        confidences.AddWord("webhook secret", hook.GetProperty("secret").GetString());
        var let = await SendAsync(client, HttpMethod.Post, $"/api/companies/{Company}/0000/acknowledgements", key, new { rule = "KON007", period = "2025-01", note = "Yanlış dosya gönderildi", by = By });
        // Addresses with a person, a tax number and a key in them.
        await SendAsync(client, HttpMethod.Delete, $"/api/companies/{Company}/0000/acknowledgements/{let.GetProperty("id").GetString()}?by={Uri.EscapeDataString(By)}", key, body: null);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, HttpMethod.Post, $"/api/archives/verify?name={SampleCompany.Company.TaxId}_0000_202501_0001.zip", key, "merhaba"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, HttpMethod.Get, $"/api/companies/{Company}/deadlines.ics?key={key}", key: string.Empty, string.Empty));
        var archives = await SendAsync(client, HttpMethod.Get, month + "/archives", key, body: null);
        await SendAsync(client, HttpMethod.Get, $"{month}/archives/{archives[0].GetProperty("id").GetString()}", key, body: null);
        await SendAsync(client, HttpMethod.Post, month + "/print?wait=25", key, new { book = "journal", format = "xlsx", by = By });
        await SendAsync(client, HttpMethod.Post, $"/api/companies/{Company}/backup?wait=25", key, new { by = By });
        await SendAsync(client, HttpMethod.Post, month + "/filed", key, new { by = By });
        await SendAsync(client, HttpMethod.Post, month + "/filed/revoke", key, new { by = By, reason = "Yanlış dosya gönderildi" });
        for (var look = 0; look < 100 && receiver.Messages.Count < 2; look++)
            await Task.Delay(100, Cancellation);
        Assert.NotEmpty(receiver.Messages);
    }

    // Refusals speak of what was sent, and faults of what they met: none of it gets into the log.
    private static async Task StumbleAsync(HttpClient client, string key)
    {
        const string vouchers = $"/api/companies/{Company}/0000/vouchers";
        var model = Encoding.UTF8.GetString(VoucherJsonWriter.ToBytes(SampleMonth.Faulty.Vouchers[40]));
        // Half a voucher is a row that was rejected.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, HttpMethod.Post, vouchers, key, model[..(model.Length / 2)]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(client, HttpMethod.Put, $"/api/companies/{Company}", LiveApp.AdminKey, $"{{\"title\":\"{SampleCompany.Company.Title}\",\"taxId\":{{}}}}"));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(client, HttpMethod.Post, $"/api/companies/{Company}/0000/periods/2025-01/archives?wait=25", key, $"{{\"profile\":\"sovos\",\"by\":\"{By}\"}}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, HttpMethod.Post, vouchers, key[..^1] + (key[^1] == '0' ? '1' : '0'), model));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(client, HttpMethod.Put, "/api/companies/baska-otel", key, $"{{\"title\":\"{SampleCompany.Company.Title}\"}}"));
    }

    // On a morning of the past: links of such a day are good for nothing, so it is another start of the program.
    private async Task<IReadOnlyList<string>> CloseMonthAsync()
    {
        using var morning = await StartAsync(new TestClock(Due));
        using var book = await LiveBook.OpenAsync(morning.GetLocalAddress(), company => company["autoClose"] = JsonNode.Parse("""{ "day": 5, "profile": "izibiz", "repairClasses": ["A"], "approvedBy": "Ayşe Yılmaz", "approvedOn": "2024-12-20" }"""));
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-10", "98765.43")},{LiveBook.Voucher("2", "2025-01-11")}]");
        confidences.AddAmount(98765.43m).AddWord("account", "MÜŞTERİ İNŞAAT").AddWord("account", "ZİRAAT BANKASI").AddWord("description", "Deneme kaydı").AddWord("company", "DENEME TİCARET A.Ş.").AddWord("company", "Işık Sokağı").AddWord("company", "muhasebe@deneme.example");
        Assert.True(await morning.Services.GetRequiredService<MonthEndDesk>().AskDueAsync(Cancellation) >= 1);
        for (var look = 0; look < 300; look++)
        {
            using var answer = await book.Accountant.GetAsync(new Uri(book.Month("2025-01", "/month-end"), UriKind.Relative), Cancellation);
            if (answer.IsSuccessStatusCode && JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation)).GetProperty("outcome").GetString() == "done")
                break;
            await Task.Delay(100, Cancellation);
        }

        var records = await ExportAsync(book.Accountant, book.Company);
        Assert.Contains(records, line => line.Contains("\"act\":\"job:month-end\"", StringComparison.Ordinal));
        await morning.StopAsync(Cancellation);
        return records;
    }

    private static async Task<string> IssueAsync(HttpClient client, string role) =>
        (await SendAsync(client, HttpMethod.Post, $"/api/companies/{Company}/keys", LiveApp.AdminKey, new { role, name = By })).GetProperty("key").GetString()!;

    private static async Task<IReadOnlyList<string>> ExportAsync(HttpClient client, string? company)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, (company is null ? "/api/audit" : $"/api/companies/{company}/audit") + "?format=ndjson");
        if (!client.DefaultRequestHeaders.Contains("X-Api-Key"))
            request.Headers.Add("X-Api-Key", LiveApp.AdminKey);
        using var answer = await client.SendAsync(request, Cancellation);
        return (await answer.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, string key, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("X-Api-Key", key);
        using var answer = await client.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, HttpMethod method, string path, string key, string json)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Api-Key", key);
        using var answer = await client.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }
}
