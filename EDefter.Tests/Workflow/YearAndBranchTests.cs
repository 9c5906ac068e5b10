using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Live;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>A profile that changes between months: numbers go on, books are never lost, and no name gets into a key or a header that does not belong there.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class YearAndBranchTests(LiveApp app)
{
    private const string By = "Ayşe Yılmaz";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2025-02-01")]
    [InlineData("2025-03-01")]
    public async Task An_adoption_date_written_later_starts_no_second_run_of_numbers(string adoption)
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-10")},{LiveBook.Voucher("2", "2025-02-10")},{LiveBook.Voucher("3", "2025-03-10")}]");
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = By });
        await book.PutCompanyAsync(company => company["adoptionDate"] = adoption);

        using var february = await book.Accountant.PostAsJsonAsync(book.Month("2025-02", "/numbers?wait=25"), new { by = By }, Cancellation);
        var march = await book.Accountant.PostAsJsonAsync(book.Month("2025-03", "/numbers?wait=25"), new { by = By }, Cancellation);

        // Whatever was given, no number stands twice in the year.
        var numbers = new List<long>();
        foreach (var month in await book.GetAsync($"{book.BookPath}/periods") is var months ? months.EnumerateArray() : default)
        {
            if (month.TryGetProperty("numbers", out var given))
                numbers.Add(given.GetProperty("first").GetInt64());
        }

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        march.Dispose();
    }

    [Fact]
    public async Task A_month_before_the_adoption_is_refused_by_that_name()
    {
        using var book = await LiveBook.OpenAsync(app, company => company["adoptionDate"] = "2025-03-01");
        var refused = await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = By }, HttpStatusCode.Conflict);
        Assert.Equal("urn:edefter:before-adoption", refused.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_check_that_did_not_see_every_voucher_numbers_nothing()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        await book.ActAsync(book.Month("2025-01", "/check"));
        await app.Services.GetRequiredService<IVoucherLog>().ChangeHeadAsync(
            new HeadChange
            {
                Book = new BookId(book.Company, Branch.HeadOffice),
                Year = new FiscalYear { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) },
                Period = new Period(2025, 1),
                Decide = heads => heads[new Period(2025, 1)] is { Check: { } check } head ? head with { Check = check with { Totals = check.Totals with { Received = 2 } } } : throw new InvalidOperationException("Not checked."),
            },
            Cancellation);

        var refused = await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = By }, HttpStatusCode.Conflict);

        Assert.Equal("urn:edefter:rows-lost", refused.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_fiscal_year_with_numbers_does_not_grow()
    {
        using var book = await LiveBook.OpenAsync(app, Year("2025-01-01", "2025-06-30"));
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        await book.PutCompanyAsync(Year("2025-01-01", "2025-09-30"));
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = By });
        await RefusedAsync(book, Year("2025-01-01", "2025-12-31"), "fiscal-year-overlaps");
    }

    [Fact]
    public async Task The_books_of_a_branch_that_left_the_profile_still_hold_their_year()
    {
        using var book = await LiveBook.OpenAsync(app, company => company["branches"]!.AsArray().Add(JsonNode.Parse("""{ "code": "0001", "name": "Şube" }""")));
        using var content = new StringContent(LiveBook.Voucher("1", "2025-01-10"), System.Text.Encoding.UTF8, "application/json");
        using var posted = await book.Erp.PostAsync(new Uri($"/api/companies/{book.Company}/0001/vouchers", UriKind.Relative), content, Cancellation);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        await RefusedAsync(book, Year("2025-02-01", "2026-01-31"), "fiscal-year-overlaps");
    }

    [Fact]
    public async Task Two_fiscal_years_do_not_share_a_month()
    {
        using var book = await LiveBook.OpenAsync(app, Year("2025-01-01", "2025-06-14"));
        await RefusedAsync(book, Year("2025-06-15", "2025-12-31"), "shared-month");
    }

    [Theory]
    [InlineData("9998-01-01", "9998-12-31")]
    [InlineData("0001-01-01", "0001-12-31")]
    [InlineData("9999-06-01", "9999-12-31")]
    public async Task A_fiscal_year_at_the_end_of_the_calendar_is_refused(string start, string end)
    {
        using var book = await LiveBook.OpenAsync(app);
        await RefusedAsync(book, Year(start, end), "invalid-company");
    }

    [Theory]
    [InlineData("0001\n")]
    [InlineData("0001\r\nX: y")]
    public async Task A_branch_code_holds_no_line_break(string code)
    {
        using var book = await LiveBook.OpenAsync(app);
        await RefusedAsync(book, company => company["branches"]!.AsArray().Add(new JsonObject { ["code"] = code, ["name"] = "Şube" }), "invalid-company");
    }

    [Fact]
    public async Task A_company_id_holds_no_line_break()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var response = await book.Admin.PutAsJsonAsync($"/api/companies/{book.Company}%0A", LiveBook.PlainCompany(), Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    private static Action<JsonObject> Year(string start, string end) => company => company["fiscalYear"] = new JsonObject { ["start"] = start, ["end"] = end };

    private static async Task RefusedAsync(LiveBook book, Action<JsonObject> change, string type)
    {
        var company = LiveBook.PlainCompany();
        change(company);
        var refused = await LiveBook.ReadAsync(await book.Admin.PutAsJsonAsync($"/api/companies/{book.Company}", company, Cancellation), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("urn:edefter:" + type, refused.GetProperty("type").GetString());
    }
}
