using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using EDefter.Tests.Live;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace EDefter.Tests.Kills;

/// <summary>Law 4 with two instances of the application over one storage: whoever comes at once, one outcome each and nothing lost.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class TwoInstancesTests(LiveApp app)
{
    private const int Posters = 6;
    private const int Posts = 3;
    private const int VouchersInPost = 4;

    private static readonly string[] TooLate = ["urn:edefter:already-numbered", "urn:edefter:numbering-runs", "urn:edefter:revision-moved"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [DeepFact]
    public async Task Posters_into_one_month_lose_nothing()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var second = await StartSecondAsync();
        using var elsewhere = ClientOf(second, book);
        await Task.WhenAll(Enumerable.Range(0, Posters).Select(poster => PostAllAsync(poster % 2 == 0 ? book.Accountant : elsewhere, book, poster, "2025-01")));
        var report = await book.ActAsync(book.Month("2025-01", "/check"));
        Assert.Equal(Posters * Posts * VouchersInPost, report.GetProperty("totals").GetProperty("vouchers").GetInt32());
        var numbers = await LiveBook.ActAsync(elsewhere, book.Month("2025-01", "/numbers"), new { by = "Ayşe Yılmaz" });
        Assert.Equal(Posters * Posts * VouchersInPost, numbers.GetProperty("last").GetInt32());
        Assert.Equal(Posters * Posts * VouchersInPost, (await FeedAsync(book)).Distinct(StringComparer.Ordinal).Count());
        await second.StopAsync(Cancellation);
    }

    /// <summary>They share no row but that of the year: whoever took its sequence unconditionally would take it twice, and each instance would overlook the other's vouchers.</summary>
    [DeepFact]
    public async Task Posters_into_months_of_their_own_lose_nothing()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var second = await StartSecondAsync();
        using var elsewhere = ClientOf(second, book);
        string[] months = ["2025-01", "2025-02"];
        await Task.WhenAll(Enumerable.Range(0, Posters).Select(poster => PostAllAsync(poster % 2 == 0 ? book.Accountant : elsewhere, book, poster, months[poster % 2])));
        foreach (var month in months)
        {
            foreach (var reader in (HttpClient[])[book.Accountant, elsewhere])
            {
                using var page = await reader.GetAsync(new Uri($"{book.BookPath}/vouchers?p={month}&size=200", UriKind.Relative), Cancellation);
                var listed = await LiveBook.ReadAsync(page, HttpStatusCode.OK);
                Assert.Equal(Posters / 2 * Posts * VouchersInPost, listed.GetProperty("vouchers").GetArrayLength());
            }
        }

        await second.StopAsync(Cancellation);
    }

    [DeepFact]
    public async Task Of_two_people_who_number_at_once_one_has_the_numbers()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var second = await StartSecondAsync();
        using var elsewhere = ClientOf(second, book);
        foreach (var period in (string[])["2025-01", "2025-02", "2025-03", "2025-04"])
        {
            await book.PostVouchersAsync(LiveBook.Voucher(period, period + "-09"));
            var outcomes = await Task.WhenAll(NumberAsync(book.Accountant, book, period, "Birinci Kişi"), NumberAsync(elsewhere, book, period, "İkinci Kişi"));
            Assert.Single(outcomes, outcome => outcome.Status == HttpStatusCode.OK);
            var refused = outcomes.Single(outcome => outcome.Status != HttpStatusCode.OK);
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
            Assert.Contains(refused.Answer.GetProperty("type").GetString(), TooLate);
        }

        await second.StopAsync(Cancellation);
    }

    [DeepFact]
    public async Task Vouchers_that_come_while_numbers_are_given_are_numbered_or_refused()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var second = await StartSecondAsync();
        using var elsewhere = ClientOf(second, book);
        await book.PostVouchersAsync(LiveBook.Voucher("ilk", "2025-01-09"));
        var numbered = default((HttpStatusCode Status, JsonElement Answer));
        JsonElement[] answers = [];
        await Task.WhenAll(PostLateAsync(), NumberNowAsync());
        var stored = 1 + answers.Sum(answer => answer.GetProperty("stored").GetInt32());
        var rejected = answers.SelectMany(answer => answer.GetProperty("rejected").EnumerateArray()).ToList();
        Assert.Equal(13, stored + rejected.Count);
        if (numbered.Status != HttpStatusCode.OK)
        {
            // The month moved while it was looked at; asked again, nobody is in the way.
            Assert.Contains(numbered.Answer.GetProperty("type").GetString(), TooLate);
            Assert.Empty(rejected);
            numbered = await NumberAsync(book.Accountant, book, "2025-01", "Ayşe Yılmaz");
        }

        Assert.Equal(stored, numbered.Answer.GetProperty("last").GetInt32());
        Assert.Equal(stored, (await FeedAsync(book)).Count);
        await second.StopAsync(Cancellation);

        async Task PostLateAsync() => answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => PostAsync(elsewhere, book, [LiveBook.Voucher($"geç-{n}", "2025-01-10")])));

        async Task NumberNowAsync() => numbered = await NumberAsync(book.Accountant, book, "2025-01", "Ayşe Yılmaz");
    }

    private static async Task<IHost> StartSecondAsync() => await LiveApp.StartAsync((await Azurite.SharedAsync()).ConnectionString, TimeProvider.System);

    private static HttpClient ClientOf(IHost host, LiveBook book)
    {
        var client = new HttpClient { BaseAddress = host.GetLocalAddress() };
        client.DefaultRequestHeaders.Add("X-Api-Key", book.Accountant.DefaultRequestHeaders.GetValues("X-Api-Key"));
        return client;
    }

    private static async Task PostAllAsync(HttpClient client, LiveBook book, int poster, string month)
    {
        for (var post = 0; post < Posts; post++)
        {
            var vouchers = Enumerable.Range(0, VouchersInPost).Select(n => LiveBook.Voucher(string.Create(CultureInfo.InvariantCulture, $"{poster}-{post}-{n}"), $"{month}-{1 + n:00}")).ToArray();
            var answer = await PostAsync(client, book, vouchers);
            Assert.Equal(VouchersInPost, answer.GetProperty("stored").GetInt32());
        }
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, LiveBook book, string[] vouchers)
    {
        using var content = new StringContent($"[{string.Join(',', vouchers)}]", Encoding.UTF8, "application/json");
        return await LiveBook.ReadAsync(await client.PostAsync(new Uri($"{book.BookPath}/vouchers", UriKind.Relative), content, Cancellation), HttpStatusCode.OK);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> NumberAsync(HttpClient client, LiveBook book, string period, string by)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { by }), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri(book.Month(period, "/numbers?wait=25"), UriKind.Relative), content, Cancellation);
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Cancellation)));
    }

    private static async Task<IReadOnlyList<string>> FeedAsync(LiveBook book)
    {
        var feed = await book.Erp.GetStringAsync(new Uri(book.Month("2025-01", "/numbers"), UriKind.Relative), Cancellation);
        return [.. feed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("voucherId").GetString()!)];
    }
}
