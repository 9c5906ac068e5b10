using System.Net;
using System.Text;
using System.Text.Json;
using EDefter.Core.Vouchers;
using EDefter.Tests.Invariants;
using EDefter.Tests.Live;
using Xunit;

namespace EDefter.Tests.Kills;

/// <summary>A company of its own with vouchers that no rule finds fault with, spoken to over HTTP through one process. Whenever that dies, the book is held against its claims before it lives again.</summary>
internal sealed class SmallBook
{
    public const string January = "2025-01";
    public const string By = "Ayşe Yılmaz";

    // More days than one transaction brings chunks: so a post stages in two.
    private const int PostDays = 61;

    private readonly JourneyCaller caller;
    private readonly BookClaims claims;
    private string run = string.Empty;

    private SmallBook(JourneyCaller caller, string company, BookClaims claims)
    {
        this.caller = caller;
        this.claims = claims;
        Company = company;
    }

    public string Company { get; }

    /// <summary>A voucher a day from the first of the year on, so that the post has more than one write of its own to stage, and three months to commit.</summary>
    public static IReadOnlyList<Voucher> Vouchers { get; } =
        [.. Enumerable.Range(0, PostDays).Select(n => CleanVouchers.Of($"v{n}", new DateOnly(2025, 1, 1).AddDays(n), 100m + n))];

    private string Path => $"/api/companies/{Company}/0000";

    public static async Task<SmallBook> OpenAsync(KillGround ground)
    {
        var company = LiveBook.NewCompany();
        var person = new JourneyCaller(ground.App);
        await person.SendAsync(HttpMethod.Put, "/api/companies/" + company, Encoding.UTF8.GetBytes(LiveBook.PlainCompany().ToJsonString()));
        await person.SignInAsync("/api/companies/" + company, By);
        return new SmallBook(person, company, new BookClaims(ground.Storage, company));
    }

    /// <summary>The same book at another process.</summary>
    public SmallBook Through(MortalApp other) => new(caller.Through(other), Company, claims);

    public async Task PostAsync(params IReadOnlyList<Voucher> vouchers)
    {
        var answer = await PostedAsync(vouchers);
        Assert.Equal(vouchers.Count, answer.GetProperty("stored").GetInt32() + answer.GetProperty("unchanged").GetInt32());
    }

    /// <returns>What the post was told.</returns>
    public async Task<JsonElement> PostedAsync(IReadOnlyList<Voucher> vouchers)
    {
        var (status, answer) = await caller.AskAsync(HttpMethod.Post, Path + "/vouchers", JourneyCaller.NdjsonOf(vouchers), JourneyCaller.Ndjson, () => AssertWholeAsync(vouchers));
        Assert.True(status == HttpStatusCode.OK, answer.GetRawText());
        return answer;
    }

    /// <summary>The ids that one process lists of a month, in order.</summary>
    public async Task<IReadOnlyList<string>> ListedAsync(string period)
    {
        var (status, answer) = await caller.AskAsync(HttpMethod.Get, $"{Path}/vouchers?p={period}&size=200", [], "application/json");
        Assert.True(status == HttpStatusCode.OK, answer.GetRawText());
        return [.. answer.GetProperty("vouchers").EnumerateArray().Select(voucher => voucher.GetProperty("id").GetString()!).Order(StringComparer.Ordinal)];
    }

    public async Task PlanAsync() => run = (await ActAsync("/repairs", new { })).GetProperty("run").GetString()!;

    public Task ApplyAsync() => ActAsync($"/repairs/{run}/apply", new { by = By, accept = new { classes = (string[])["A", "B"] } });

    /// <summary>Asks for January's numbers.</summary>
    /// <returns>The last madde no.</returns>
    public async Task<int> NumberAsync() => (await ActAsync("/numbers", new { by = By })).GetProperty("last").GetInt32();

    /// <summary>Asks for January's numbers once, however that ends.</summary>
    public Task<(HttpStatusCode Status, JsonElement Answer)> TryNumberAsync(string by) =>
        caller.AskAsync(HttpMethod.Post, $"{Path}/periods/{January}/numbers?wait=25", JsonSerializer.SerializeToUtf8Bytes(new { by }), "application/json");

    /// <summary>Archives January, downloads what was made, and has it verified.</summary>
    public async Task ArchiveAsync() => await caller.DownloadAsync(await ActAsync("/archives", new { by = By, profile = "izibiz" }));

    public Task AssertKeptAsync() => claims.AssertKeptAsync();

    /// <summary>These vouchers live and no others, and the book keeps what it claims.</summary>
    public async Task AssertLiveAsync(params IReadOnlyList<Voucher> vouchers) =>
        Assert.Equal(vouchers.Select(CleanVouchers.Json).Order(StringComparer.Ordinal), (await claims.AssertKeptAsync()).Select(CleanVouchers.Json).Order(StringComparer.Ordinal));

    private Task<JsonElement> ActAsync(string rest, object body) => caller.ActAsync($"{Path}/periods/{January}{rest}", body, AssertKeptAsync);

    private async Task AssertWholeAsync(IReadOnlyList<Voucher> posted)
    {
        var ids = posted.Select(voucher => voucher.Id).ToHashSet(StringComparer.Ordinal);
        var arrived = (await claims.AssertKeptAsync()).Count(voucher => ids.Contains(voucher.Id));
        Assert.True(arrived == 0 || arrived == posted.Count, $"{arrived} of {posted.Count} vouchers of one post are visible");
    }
}
