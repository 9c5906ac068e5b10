using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Core.Workflow.Ports;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using EDefter.Tests.Invariants;
using EDefter.Tests.LocalWorker;
using EDefter.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The month-end timer: what a standing approval covers is done once, whoever's clock strikes first; everything else is left and told.</summary>
public sealed class MonthEndTests
{
    private const string January = "2025-01";
    private const string By = "Ayşe Yılmaz (sürekli onay, 20.12.2024)";

    // 06:00 in Türkiye.
    private static readonly DateTimeOffset Strike = new(2025, 2, 5, 3, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task At_six_in_the_morning_two_instances_close_each_month_once_and_the_next_morning_nobody_does_it_again()
    {
        await using var storage = await Azurite.StartAsync(Cancellation);
        var earlier = await StartAsync(storage, Strike.AddMinutes(-40));
        var clean = await OpenAsync(earlier, Approval());
        var faulty = await OpenAsync(earlier, Approval());
        var later = await OpenAsync(earlier, Approval(day: 6));
        var byHand = await OpenAsync(earlier, approval: null);
        var empty = await OpenAsync(earlier, Approval());
        foreach (var book in (LiveBook[])[clean, later, byHand])
            await book.PostVouchersAsync($"[{Unsigned("1", "2025-01-10")},{LiveBook.Voucher("2", "2025-01-11")}]");
        await faulty.PostVouchersAsync($"[{Unsigned("1", "2025-01-10")},{LiveBook.Voucher("2", "2025-01-11").Replace("\"credit\": 100.00", "\"credit\": 90.00", StringComparison.Ordinal)}]");
        await StopAsync(earlier);

        var hosts = await Task.WhenAll(StartAsync(storage, Strike.AddSeconds(-2)), StartAsync(storage, Strike.AddSeconds(-2)));
        foreach (var book in (LiveBook[])[clean, faulty, empty])
            await EndedAsync(At(hosts[0], book), book);
        await StopAsync(hosts);

        var next = await StartAsync(storage, Strike.AddDays(1).AddSeconds(-2));
        await EndedAsync(At(next, later), later);
        await AssertClosedAsync(At(next, clean), clean);
        await AssertLeftAsync(At(next, faulty), faulty);
        await AssertEmptyAsync(At(next, empty), empty);
        Assert.Equal("archived", (await LiveBook.GetAsync(At(next, later), later.Month(January))).GetProperty("state").GetString());
        var untouched = await LiveBook.GetAsync(At(next, byHand), byHand.Month(January));
        Assert.Equal(("open", false), (untouched.GetProperty("state").GetString(), untouched.TryGetProperty("monthEnd", out _)));
        await LiveBook.RefusedAsync(await At(next, byHand).GetAsync(new Uri(byHand.Month(January, "/month-end"), UriKind.Relative), Cancellation), HttpStatusCode.NotFound, "no-month-end");
        await StopAsync(next);
    }

    [Fact]
    public async Task One_that_a_fault_of_ours_brings_down_five_times_says_so_and_tells_whom_the_approval_names()
    {
        await using var storage = await Azurite.StartAsync(Cancellation);
        await using var receiver = await TestReceiver.StartAsync();
        var plant = new BlobFaults(BlobArea.Archives) { IsOn = true };
        var host = await StartAsync(storage, Strike.AddSeconds(-5), plant);
        using var book = await OpenAsync(host, Approval());
        await LiveBook.ReadAsync(await book.Accountant.PutAsJsonAsync($"/api/companies/{book.Company}/webhooks/erp", new { url = receiver.Url, events = (string[])["month-filed"] }, Cancellation), HttpStatusCode.Created);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-10")}]");
        await EndedAsync(book.Accountant, book);
        var story = await book.GetAsync(book.Month(January, "/month-end"));
        Assert.Equal(("failed", "number"), (Text(story, "outcome"), Text(story.GetProperty("steps").EnumerateArray().Last(), "step")));
        Assert.Contains($"({Text(story, "job")})", Text(story, "reason"), StringComparison.Ordinal);
        Assert.Equal("failed", Text(await book.GetAsync($"/api/jobs/{Text(story, "job")}"), "state"));
        await Eventually.TrueAsync(() => Task.FromResult(!receiver.Messages.IsEmpty));
        Assert.Equal("month-end-failed", Assert.Single(receiver.Messages).Type);
        await StopAsync(host);
    }

    private static async Task AssertClosedAsync(HttpClient client, LiveBook book)
    {
        var report = await LiveBook.GetAsync(client, book.Month(January, "/month-end"));
        Assert.Equal(("done", "Ayşe Yılmaz", "2024-12-20", "izibiz"), (Text(report, "outcome"), Text(report, "approvedBy"), Text(report, "approvedOn"), Text(report, "profile")));
        Assert.Equal(
            [
                "check: Ay kontrol edildi: 1 hata, 1 uyarı, 2 bilgi.",
                "plan: Muhasebe Bakım planı hazırlandı: 1 değişiklik önerildi.",
                "repair: A sınıfı 1 değişiklik sürekli onayla uygulandı.",
                "recheck: Ay kontrol edildi: 0 hata, 1 uyarı, 2 bilgi.",
                "number: Yevmiye numaraları verildi: 1–2.",
                "archive: 4540536920_0000_202501_0001.zip arşivi üretildi.",
            ],
            StepsOf(report));
        Assert.StartsWith("Bildirim gönderilmedi", Text(report, "told"), StringComparison.Ordinal);

        var month = await LiveBook.GetAsync(client, book.Month(January));
        Assert.Equal(("archived", By, 1, "done"), (Text(month, "state"), Text(month, "numberedBy"), month.GetProperty("archives").GetInt32(), Text(month.GetProperty("monthEnd"), "outcome")));
        // Exactly once: one archive, one act of numbers, one repair, all in the name of the approval.
        var archives = await LiveBook.GetAsync(client, book.Month(January, "/archives"));
        Assert.Equal(By, Text(Assert.Single(archives.EnumerateArray()), "by"));
        var changes = (await LiveBook.GetAsync(client, $"{book.BookPath}/changes")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["repair", "number", "number"], changes.Select(item => Text(item, "kind")));
        Assert.All(changes, item => Assert.Equal(By, Text(item, "by")));
    }

    private static async Task AssertLeftAsync(HttpClient client, LiveBook book)
    {
        var report = await LiveBook.GetAsync(client, book.Month(January, "/month-end"));
        Assert.Equal("stopped", Text(report, "outcome"));
        Assert.Equal("Ayda hata var: Ayda 1 hata kaldı; numara verilmedi. Kontrol raporundaki hataları giderip ayı elle numaralayın ve arşivleyin.", Text(report, "reason"));
        Assert.Equal(["check", "plan", "repair", "recheck"], report.GetProperty("steps").EnumerateArray().Select(step => Text(step, "step")));
        Assert.Equal(1, report.GetProperty("steps")[3].GetProperty("counts").GetProperty("error").GetInt32());
        var month = await LiveBook.GetAsync(client, book.Month(January));
        Assert.Equal(("faulty", "stopped", 0), (Text(month, "state"), Text(month.GetProperty("monthEnd"), "outcome"), month.GetProperty("archives").GetInt32()));
        Assert.False(month.TryGetProperty("numbers", out _));
        // The report is left for a person.
        var findings = (await LiveBook.GetAsync(client, book.Month(January, "/report?severity=error"))).GetProperty("findings");
        Assert.Equal("FIS001", Text(Assert.Single(findings.EnumerateArray()), "rule"));
    }

    private static async Task AssertEmptyAsync(HttpClient client, LiveBook book)
    {
        var report = await LiveBook.GetAsync(client, book.Month(January, "/month-end"));
        Assert.Equal("done", Text(report, "outcome"));
        Assert.Equal(["number: Ayda fiş yok; ay boş olarak numaralandı.", "archive: Ay boş olduğundan arşiv üretilmedi."], StepsOf(report).TakeLast(2));
    }

    private static IEnumerable<string> StepsOf(JsonElement report) => report.GetProperty("steps").EnumerateArray().Select(step => $"{Text(step, "step")}: {Text(step, "text")}");

    // Waits for the end of the month end: the timer strikes two seconds after the start.
    private static async Task EndedAsync(HttpClient client, LiveBook book)
    {
        for (var look = 0; look < 300; look++)
        {
            using var answer = await client.GetAsync(new Uri(book.Month(January, "/month-end"), UriKind.Relative), Cancellation);
            if (answer.IsSuccessStatusCode && Text(JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation)), "outcome") != "running")
                return;
            await Task.Delay(100, Cancellation);
        }

        Assert.Fail("The month end did not come.");
    }

    internal static JsonObject? Approval(int day = 5) => (JsonObject)JsonNode.Parse($$"""
        { "day": {{day}}, "profile": "izibiz", "repairClasses": ["A"], "approvedBy": "Ayşe Yılmaz", "approvedOn": "2024-12-20", "tell": ["webhook"] }
        """)!;

    private static Task<LiveBook> OpenAsync(IHost host, JsonObject? approval) => LiveBook.OpenAsync(host.GetLocalAddress(), company => company["autoClose"] = approval);

    private static string Unsigned(string id, string date) => LiveBook.Voucher(id, date).Replace("\"Ayşe Yılmaz\"", "\"\"", StringComparison.Ordinal);

    private static HttpClient At(IHost host, LiveBook book)
    {
        var client = new HttpClient { BaseAddress = host.GetLocalAddress() };
        client.DefaultRequestHeaders.Add("X-Api-Key", book.Accountant.DefaultRequestHeaders.GetValues("X-Api-Key"));
        return client;
    }

    private static Task<IHost> StartAsync(Azurite storage, DateTimeOffset now, Plant? plant = null) => LiveApp.StartAsync(storage.ConnectionString, new TestClock(now), builder =>
    {
        builder.Services.Configure<LocalWorkerOptions>(options => options.TimerLeaseRetry = TimeSpan.FromMilliseconds(100));
        if (plant is null)
            return;
        builder.Services.AddSingleton(plant.Blobs((IBlobs)builder.Services.Last(service => service.ServiceType == typeof(IBlobs)).ImplementationInstance!));
        // The faults are planted; their stack traces tell nothing.
        builder.Logging.AddFilter(static level => level >= LogLevel.Critical);
    });

    private static async Task StopAsync(params IHost[] hosts)
    {
        foreach (var host in hosts)
        {
            await host.StopAsync(Cancellation);
            host.Dispose();
        }
    }

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();
}
