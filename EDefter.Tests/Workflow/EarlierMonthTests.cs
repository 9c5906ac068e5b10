using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Live;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>A month is judged with the months before it: their digests are kept, found stale, made again, and what changes in them is seen.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class EarlierMonthTests(LiveApp app)
{
    private const string By = "Ayşe Yılmaz";

    private static readonly Period January = new(2025, 1);
    private static readonly FiscalYear Year = new() { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_in_an_earlier_month_makes_the_check_of_a_later_one_stale()
    {
        using var book = await TwoMonthsAsync();
        await book.ActAsync(book.Month("2025-02", "/check"));
        Assert.Equal("clean", await StateAsync(book, "2025-02"));
        Assert.Empty(await SaidAsync(book, "2025-02", "FIS008"));

        await book.PostVouchersAsync(LiveBook.Voucher("3", "2025-01-20", number: "2"));

        Assert.Equal("open", await StateAsync(book, "2025-02"));
        Assert.Equal("open", (await book.GetAsync($"{book.BookPath}/periods")).EnumerateArray().Single(month => month.GetProperty("period").GetString() == "2025-02").GetProperty("state").GetString());
        await book.ActAsync(book.Month("2025-02", "/check"));
        Assert.Equal(["Fiş numarası mükerrer: 2 (2 adet, 1 adedi Ocak 2025 döneminde)."], await SaidAsync(book, "2025-02", "FIS008"));
    }

    [Fact]
    public async Task Checking_numbering_and_filing_an_earlier_month_leave_the_check_of_a_later_one_good()
    {
        using var book = await TwoMonthsAsync();
        await book.ActAsync(book.Month("2025-02", "/check"));
        await book.ActAsync(book.Month("2025-01", "/check"));
        Assert.Equal("clean", await StateAsync(book, "2025-02"));
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = By });
        Assert.Equal("clean", await StateAsync(book, "2025-02"));
        await book.ActAsync(book.Month("2025-02", "/numbers"), new { by = By });
        Assert.Equal("numbered", await StateAsync(book, "2025-02"));
    }

    [Fact]
    public async Task A_month_before_that_was_never_checked_is_read_and_its_digest_kept()
    {
        using var book = await TwoMonthsAsync(secondNumber: "1");
        await book.ActAsync(book.Month("2025-02", "/check"));
        Assert.Single(await SaidAsync(book, "2025-02", "FIS008"));
        var kept = (await HeadAsync(book)).Digest;
        Assert.NotNull(kept);
        await book.ActAsync(book.Month("2025-01", "/check"));
        Assert.Equal(kept, (await HeadAsync(book)).Digest);
    }

    [Theory]
    [InlineData(0, "gone")]
    [InlineData(0, "another version")]
    [InlineData(0, "the first version")]
    [InlineData(-1, "of older vouchers")]
    public async Task A_digest_that_cannot_be_trusted_is_made_again(int age, string what)
    {
        using var book = await TwoMonthsAsync(secondNumber: "1");
        await book.ActAsync(book.Month("2025-01", "/check"));
        var digest = (await HeadAsync(book)).Digest!;
        var broken = what switch
        {
            "gone" => digest with { Blob = digest.Blob + "x" },
            // Before the numbers of a divided voucher's entries were in it.
            "the first version" => digest with { Blob = digest.Blob.Replace($"/digest-{MonthDigestFile.Version}-", "/digest-1-", StringComparison.Ordinal) },
            "another version" => digest with { Blob = digest.Blob.Replace("/digest-", "/digest-0", StringComparison.Ordinal) },
            _ => await EmptyMonthAsync(book, digest),
        };
        await ChangeAsync(book, head => head with { Digest = broken with { Vouchers = broken.Vouchers + age } });

        await book.ActAsync(book.Month("2025-02", "/check"));

        Assert.Single(await SaidAsync(book, "2025-02", "FIS008"));
        Assert.Equal(digest, (await HeadAsync(book)).Digest);
    }

    [Fact]
    public async Task A_range_that_begins_inside_a_month_knows_the_days_before_it()
    {
        using var book = await TwoMonthsAsync(secondNumber: "1");
        await book.PostVouchersAsync(LiveBook.Voucher("4", "2025-02-03", number: "9"));
        await book.PostVouchersAsync(LiveBook.Voucher("5", "2025-02-12", number: "9"));
        await book.ActAsync($"{book.BookPath}/check?from=2025-02-05&to=2025-02-28");
        var report = await book.GetAsync($"{book.BookPath}/report?from=2025-02-05&to=2025-02-28");
        Assert.Equal(
            ["Fiş numarası mükerrer: 1 (2 adet, 1 adedi Ocak 2025 döneminde).", "Fiş numarası mükerrer: 9 (2 adet, 1 adedi Şubat 2025 döneminde)."],
            Messages(report, "FIS008"));
    }

    [Fact]
    public async Task What_is_sent_to_compare_with_is_given_back_and_makes_checks_stale()
    {
        using var book = await TwoMonthsAsync();
        await book.ActAsync(book.Month("2025-01", "/check"));
        var sent = await PutAsync(book, book.Month("2025-01", "/trial-balance"), """[ { "account": "102.01", "debit": "100.00" }, { "account": "120.01", "credit": 90 } ]""");
        Assert.Equal(2, sent.GetProperty("accounts").GetInt32());
        Assert.Equal("open", await StateAsync(book, "2025-01"));
        await book.ActAsync(book.Month("2025-01", "/check"));
        Assert.Equal("faulty", await StateAsync(book, "2025-01"));
        Assert.Single(await SaidAsync(book, "2025-01", "KON001"));
        Assert.Equal(["102.01", "120.01"], (await book.GetAsync(book.Month("2025-01", "/trial-balance"))).EnumerateArray().Select(row => row.GetProperty("account").GetString()));

        Assert.Empty((await book.GetAsync($"{book.BookPath}/years/2025/opening-balances")).EnumerateArray());
        await PutAsync(book, $"{book.BookPath}/years/2025/opening-balances", """[ { "account": "120.01", "debit": 1000 } ]""");
        Assert.Equal("open", await StateAsync(book, "2025-01"));
        Assert.Equal(1000m, (await book.GetAsync($"{book.BookPath}/years/2025-06/opening-balances"))[0].GetProperty("debit").GetDecimal());
    }

    [Theory]
    [InlineData("/periods/2025-01/trial-balance", """[ { "account": " ", "debit": 1 } ]""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/periods/2025-01/trial-balance", """[ { "account": "100", "debit": 1 }, { "account": "100", "debit": 2 } ]""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/periods/2025-01/trial-balance", """[ { "account": "100", "debit": 1000000000000000 } ]""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/periods/2025-01/trial-balance", "[ null ]", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/years/2031/opening-balances", "[]", HttpStatusCode.NotFound)]
    [InlineData("/years/x/opening-balances", "[]", HttpStatusCode.NotFound)]
    public async Task Balances_that_make_no_sense_are_refused(string path, string body, HttpStatusCode expected)
    {
        using var book = await LiveBook.OpenAsync(app);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await LiveBook.ReadAsync(await book.Accountant.PutAsync(new Uri(book.BookPath + path, UriKind.Relative), content, Cancellation), expected);
    }

    [Theory]
    [InlineData("2025-13-01", """[]""")]
    [InlineData("2099-01-15", """[ { "currency": "usd", "buying": 1, "selling": 1 } ]""")]
    [InlineData("2099-01-15", """[ { "currency": "USD", "buying": 0, "selling": 1 } ]""")]
    [InlineData("2099-01-15", """[ { "currency": "USD", "buying": 1, "selling": 1 }, { "currency": "USD", "buying": 1, "selling": 1 } ]""")]
    public async Task Rates_that_make_no_sense_are_refused(string day, string body)
    {
        using var book = await LiveBook.OpenAsync(app);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await LiveBook.ReadAsync(await book.Admin.PutAsync(new Uri($"/api/rates/{day}", UriKind.Relative), content, Cancellation), HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Rates_are_given_back_in_order_and_taken_away_by_an_empty_list()
    {
        using var book = await LiveBook.OpenAsync(app);
        var day = new Uri("/api/rates/2098-05-06", UriKind.Relative);
        await LiveBook.ReadAsync(await book.Admin.PutAsJsonAsync(day, new object[] { new { currency = "USD", buying = 35.1m, selling = "35.2" }, new { currency = "EUR", buying = 36.1m, selling = 36.2m } }, Cancellation), HttpStatusCode.OK);
        Assert.Equal(["EUR", "USD"], (await book.GetAsync("/api/rates/2098-05-06")).EnumerateArray().Select(rate => rate.GetProperty("currency").GetString()));
        await LiveBook.ReadAsync(await book.Admin.PutAsJsonAsync(day, Array.Empty<object>(), Cancellation), HttpStatusCode.OK);
        Assert.Empty((await book.GetAsync("/api/rates/2098-05-06")).EnumerateArray());
    }

    private async Task<LiveBook> TwoMonthsAsync(string secondNumber = "2")
    {
        var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-10")},{LiveBook.Voucher("2", "2025-02-10", number: secondNumber)}]");
        return book;
    }

    // A digest that is there but tells of a month without vouchers.
    private async Task<DigestStamp> EmptyMonthAsync(LiveBook book, DigestStamp like)
    {
        var digests = app.Services.GetRequiredService<EDefter.Core.Workflow.Books.MonthDigests>();
        return like with { Blob = await digests.KeepAsync(IdOf(book), new MonthAggregates().ToDigest(January), Cancellation) };
    }

    private async Task<MonthHead> HeadAsync(LiveBook book) =>
        (await app.Services.GetRequiredService<IVoucherLog>().ReadHeadsAsync(IdOf(book), Year, Cancellation))[January];

    private async Task ChangeAsync(LiveBook book, Func<MonthHead, MonthHead> change)
    {
        var changed = await app.Services.GetRequiredService<IVoucherLog>().ChangeHeadAsync(new HeadChange { Book = IdOf(book), Year = Year, Period = January, Decide = heads => Outcomes.Of(change(heads[January])) }, Cancellation);
        Assert.False(changed.IsRefused);
    }

    private static BookId IdOf(LiveBook book) => new(book.Company, Branch.HeadOffice);

    private static async Task<string?> StateAsync(LiveBook book, string period) => (await book.GetAsync(book.Month(period))).GetProperty("state").GetString();

    private static async Task<IEnumerable<string?>> SaidAsync(LiveBook book, string period, string rule) => Messages(await book.GetAsync(book.Month(period, "/report")), rule);

    private static IEnumerable<string?> Messages(JsonElement report, string rule) =>
        report.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("rule").GetString() == rule).Select(finding => finding.GetProperty("message").GetString());

    private static async Task<JsonElement> PutAsync(LiveBook book, string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await LiveBook.ReadAsync(await book.Accountant.PutAsync(new Uri(path, UriKind.Relative), content, Cancellation), HttpStatusCode.OK);
    }
}
