using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The rules of numbering, each provoked through HTTP: who is refused is told which rule speaks, and what to do.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class NumberRefusalTests(LiveApp app)
{
    private const string Person = "Ayşe Yılmaz";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NUM001_a_month_waits_for_the_month_before_it()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-02-10"));
        var refused = await book.RefusedActAsync(book.Month("2025-02", "/numbers"), new { by = Person }, HttpStatusCode.Conflict, "previous-month-open");
        AssertSays(refused, "NUM001", "Ocak 2025 numaralanmadan Şubat 2025 numaralanamaz.");
        await book.RefusedActAsync(book.Month("2025-02", "/numbers/preview"), body: null, HttpStatusCode.Conflict, "previous-month-open");
    }

    [Fact]
    public async Task NUM005_a_filed_month_is_final()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = Person });
        await book.ActAsync(book.Month("2025-01", "/filed"), new { by = Person, reference = "berat 1" });
        foreach (var act in new[] { "/numbers", "/numbers/undo", "/filed" })
        {
            var refused = await book.RefusedActAsync(book.Month("2025-01", act), new { by = "Mehmet Öz" }, HttpStatusCode.Conflict, "month-filed");
            AssertSays(refused, "NUM005", "Ocak 2025 beratı onaylı; fiş ve numaralar değiştirilemez. Düzeltme kaydı yapın.");
        }
    }

    [Fact]
    public async Task NUM006_a_month_before_a_numbered_one_keeps_its_numbers()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = Person });
        await book.ActAsync(book.Month("2025-02", "/numbers"), new { by = Person });
        var refused = await book.RefusedActAsync(book.Month("2025-01", "/numbers/undo"), new { by = Person }, HttpStatusCode.Conflict, "later-month-numbered");
        AssertSays(refused, "NUM006", "Şubat 2025 numaralı; önce o ayın numaraları geri alınmalıdır.");
    }

    [Fact]
    public async Task NUM008_somebody_else_is_numbering()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        await HoldLeaseAsync(book, "Mehmet Öz", new DateTimeOffset(2025, 2, 3, 7, 15, 0, TimeSpan.Zero), until: DateTimeOffset.UtcNow.AddMinutes(5));
        var refused = await book.RefusedActAsync(book.Month("2025-01", "/numbers"), new { by = Person }, HttpStatusCode.Conflict, "numbering-runs");
        AssertSays(refused, "NUM008", "Bu firma için numaralama sürüyor (Mehmet Öz, 10:15).");
        Assert.False((await book.GetAsync(book.Month("2025-01"))).TryGetProperty("numbers", out _));
    }

    [Fact]
    public async Task A_lease_that_a_dead_process_left_behind_stops_nobody()
    {
        using var book = await LiveBook.OpenAsync(app);
        await HoldLeaseAsync(book, "Mehmet Öz", DateTimeOffset.UtcNow.AddMinutes(-6), until: DateTimeOffset.UtcNow.AddMinutes(-1));
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = Person });
    }

    [Fact]
    public async Task NUM008_of_two_persons_who_number_at_the_same_moment_one_wins_and_the_other_is_told()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{string.Join(',', Enumerable.Range(1, 40).Select(n => LiveBook.Voucher($"{n}", $"2025-01-{(n % 28) + 1:00}")))}]");
        var path = book.Month("2025-01", "/numbers?wait=25");
        string[] persons = [Person, "Mehmet Öz", "Işıl Çağ"];
        var answers = await Task.WhenAll(persons.Select(by => book.Accountant.PostAsJsonAsync(path, new { by }, Cancellation)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var loser in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            var problem = await LiveBook.ReadAsync(loser, HttpStatusCode.Conflict);
            Assert.Contains(problem.GetProperty("type").GetString(), new[] { "urn:edefter:numbering-runs", "urn:edefter:already-numbered", "urn:edefter:revision-moved" });
        }

        var feed = await book.Erp.GetStringAsync(new Uri(book.Month("2025-01", "/numbers"), UriKind.Relative), Cancellation);
        Assert.Equal(Enumerable.Range(1, 40), feed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task NUM009_standing_errors_are_counted()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{Unbalanced("1")},{Unbalanced("2")}]");
        var refused = await book.RefusedActAsync(book.Month("2025-01", "/numbers"), new { by = Person }, HttpStatusCode.Conflict, "standing-errors");
        AssertSays(refused, "NUM009", "2 hata giderilmeden yevmiye numarası verilmez.");
        Assert.Equal(2, refused.GetProperty("count").GetInt32());
        var month = await book.GetAsync(book.Month("2025-01"));
        Assert.Equal("faulty", month.GetProperty("state").GetString());
        Assert.False(month.TryGetProperty("numbers", out _));
    }

    [Fact]
    public async Task NUM012_an_empty_month_is_told_and_hands_the_last_number_on()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-10")},{LiveBook.Voucher("2", "2025-03-10")}]");
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = Person });
        var report = await book.ActAsync(book.Month("2025-02", "/check"));
        Assert.Equal(1, report.GetProperty("counts").GetProperty("info").GetInt32());
        var empty = await book.ActAsync(book.Month("2025-02", "/numbers"), new { by = Person });
        Assert.Equal((0, 0), (empty.GetProperty("vouchers").GetInt32(), empty.GetProperty("lines").GetInt32()));
        await book.RefusedActAsync(book.Month("2025-02", "/archives"), new { by = Person }, HttpStatusCode.Conflict, "empty-month");
        var march = await book.ActAsync(book.Month("2025-03", "/numbers"), new { by = Person });
        Assert.Equal((2, 3), (march.GetProperty("first").GetInt32(), march.GetProperty("firstLine").GetInt32()));
        Assert.Equal(empty.GetProperty("chain").GetString(), march.GetProperty("previous").GetString());
    }

    private static string Unbalanced(string id) => LiveBook.Voucher(id, "2025-01-10").Replace("\"credit\": 100.00", "\"credit\": 99.99", StringComparison.Ordinal);

    private static void AssertSays(JsonElement refused, string rule, string title)
    {
        Assert.Equal(rule, refused.GetProperty("rule").GetString());
        Assert.Equal(title, refused.GetProperty("title").GetString());
    }

    // As a numbering run leaves it: the test cannot hold a real one at a fixed point.
    private async Task HoldLeaseAsync(LiveBook book, string by, DateTimeOffset since, DateTimeOffset until)
    {
        var log = app.Services.GetRequiredService<IVoucherLog>();
        var year = new FiscalYear { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) };
        var holder = JsonSerializer.Serialize(new { job = "another", by, since, until });
        Assert.True(await log.WriteNoteAsync(new BookId(book.Company, "0000"), year, new BookNote("lease|number", holder, Version: null), Cancellation));
    }
}
