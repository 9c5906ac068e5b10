using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The audit trail as an officer sees it: what people did to a company, in order, chained, and nothing of what the books say.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class AuditTests(LiveApp app)
{
    private const string By = "Ayşe Yılmaz";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_stands_in_the_trail_act_by_act_with_ids_and_counts()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-10")},{LiveBook.Voucher("2", "2025-01-11")}]");
        await book.ActAsync(book.Month("2025-01", "/check"));
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = By });
        var archive = await book.ActAsync(book.Month("2025-01", "/archives"), new { by = By, profile = "izibiz" });
        var id = archive.GetProperty("id").GetString()!;
        await LiveBook.GetAsync(book.Integrator, book.Month("2025-01", $"/archives/{id}"));
        await book.ActAsync(book.Month("2025-01", "/filed"), new { by = By });
        await book.RefusedActAsync(book.Month("2025-01", "/numbers/undo"), new { by = By }, HttpStatusCode.Conflict, "month-filed");

        var items = await ItemsAsync(book);
        Assert.Equal(
            ["PutCompany done", "PostKeys done", "PostKeys done", "PostKeys done", "PostVouchers done", "job:number done", "PostNumbers done", "job:archive done", "PostArchives done", "GetArchive done", "PostFiled done", "PostNumbersUndo refused"],
            items.Select(item => $"{Text(item, "act")} {Text(item, "outcome")}"));
        Assert.Equal(Enumerable.Range(1, items.Count), items.Select(item => item.GetProperty("sequence").GetInt32()));

        var posted = items[4];
        Assert.Equal(("erp", 16, "POST api/companies/{co}/{br}/vouchers", 200), (Text(posted, "role"), Text(posted, "key")!.Length, Text(posted, "route"), posted.GetProperty("status").GetInt32()));
        Assert.Equal((2, 2, 0, 0), (Count(posted, "received"), Count(posted, "stored"), Count(posted, "unchanged"), Count(posted, "rejected")));
        Assert.Equal(Text(items[6].GetProperty("ids"), "job"), Text(items[5].GetProperty("ids"), "job"));
        Assert.Equal((2, 4, "2025-01"), (Count(items[5], "vouchers"), Count(items[5], "lines"), Text(items[5].GetProperty("ids"), "period")));
        Assert.Equal((id, "integrator"), (Text(items[9].GetProperty("ids"), "id"), Text(items[9], "role")));
        Assert.Equal("month-filed", Text(items[11], "reason"));
    }

    [Fact]
    public async Task The_export_is_a_chain_that_anybody_can_recompute_and_a_noted_place_holds_it()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        var noted = await book.GetAsync($"{Trail(book)}/head");
        await book.PostVouchersAsync(LiveBook.Voucher("2", "2025-01-10"));

        var previous = new string('0', 64);
        foreach (var line in (await book.Accountant.GetStringAsync(new Uri($"{Trail(book)}?format=ndjson", UriKind.Relative), Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // ,"hash":"…64…"} is the end of each line.
            var (text, hash) = (line[..^75] + "}", line[^66..^2]);
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
            Assert.Equal(previous, JsonSerializer.Deserialize<JsonElement>(line).GetProperty("previous").GetString());
            previous = hash;
        }

        var verdict = await book.GetAsync($"{Trail(book)}/verify?sequence={noted.GetProperty("sequence").GetInt64()}&hash={Text(noted, "hash")}");
        Assert.True(verdict.GetProperty("intact").GetBoolean());
        Assert.Equal(previous, Text(verdict.GetProperty("last"), "hash"));
        var other = await book.GetAsync($"{Trail(book)}/verify?sequence=2&hash={new string('0', 64)}");
        Assert.Equal((false, "rewritten", 2), (other.GetProperty("intact").GetBoolean(), Text(other.GetProperty("break"), "kind"), other.GetProperty("break").GetProperty("sequence").GetInt32()));
        Assert.Equal("2. sıradaki kaydın özeti, bu sıra için not edilmiş özetten farklı: denetim izi sonradan baştan yazılmış.", Text(other.GetProperty("break"), "text"));
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri($"{Trail(book)}/verify?sequence=2", UriKind.Relative), Cancellation), HttpStatusCode.UnprocessableEntity, "unreadable-anchor");
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri($"{Trail(book)}?format=xlsx", UriKind.Relative), Cancellation), HttpStatusCode.UnprocessableEntity, "invalid-filter");
        await LiveBook.RefusedAsync(await book.Admin.GetAsync(new Uri("/api/companies/boyle-bir-firma-yok/audit/head", UriKind.Relative), Cancellation), HttpStatusCode.NotFound, "unknown-company");
    }

    [Fact]
    public async Task Refused_tries_are_counted_and_pages_go_on_where_the_last_one_ended()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var foreign = await LiveBook.OpenAsync(app);
        using var stranger = book.ClientFor(key: null);
        for (var n = 0; n < 3; n++)
            await LiveBook.RefusedAsync(await stranger.GetAsync(new Uri(book.Month("2025-01"), UriKind.Relative), Cancellation), HttpStatusCode.Unauthorized, "unauthenticated");
        await LiveBook.RefusedAsync(await foreign.Erp.GetAsync(new Uri(book.Month("2025-01"), UriKind.Relative), Cancellation), HttpStatusCode.Forbidden, "not-yours");

        var refused = (await ItemsAsync(book)).Where(item => Text(item, "outcome") == "refused").OrderBy(item => item.GetProperty("status").GetInt32()).ToList();
        Assert.Equal([(401, 3, "GetPeriod"), (403, 1, "GetPeriod")], refused.Select(item => (item.GetProperty("status").GetInt32(), Count(item, "tries"), Text(item, "act")!)));
        Assert.True(refused[0].TryGetProperty("since", out _) && !refused[0].TryGetProperty("key", out _));
        Assert.Equal("erp", Text(refused[1], "role"));

        var first = await book.GetAsync($"{Trail(book)}?limit=4");
        var second = await book.GetAsync(Text(first, "next")!);
        Assert.Equal([1, 2, 3, 4, 5, 6], first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("sequence").GetInt32()));
        Assert.False(second.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task What_belongs_to_no_company_stands_in_the_houses_trail()
    {
        using var book = await LiveBook.OpenAsync(app);
        var company = LiveBook.NewCompany();
        await LiveBook.ReadAsync(await book.Admin.PostAsync(new Uri($"/api/companies/{company}/restore", UriKind.Relative), content: null, Cancellation), HttpStatusCode.Created);
        var house = (await book.Admin.GetStringAsync(new Uri("/api/audit?format=ndjson", UriKind.Relative), Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Single(house, line => line.Contains("PostRestoreUpload", StringComparison.Ordinal) && line.Contains($"\"co\":\"{company}\"", StringComparison.Ordinal));
        Assert.True((await LiveBook.GetAsync(book.Admin, "/api/audit/verify")).GetProperty("intact").GetBoolean());
        Assert.True((await LiveBook.GetAsync(book.Admin, "/api/audit/head")).GetProperty("sequence").GetInt64() >= house.Length);
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri("/api/audit", UriKind.Relative), Cancellation), HttpStatusCode.Forbidden, "not-allowed");
    }

    private static string Trail(LiveBook book) => $"/api/companies/{book.Company}/audit";

    private static async Task<List<JsonElement>> ItemsAsync(LiveBook book) => [.. (await book.GetAsync($"{Trail(book)}?limit=1000")).GetProperty("items").EnumerateArray()];

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    private static int Count(JsonElement item, string name) => item.GetProperty("counts").GetProperty(name).GetInt32();
}
