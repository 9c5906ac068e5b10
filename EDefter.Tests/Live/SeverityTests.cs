using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>A company that wants more than the law: what it raised blocks numbering as an error does.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class SeverityTests(LiveApp app)
{
    [Fact]
    public async Task A_raised_warning_is_an_error_everywhere_and_blocks_numbering()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10").Replace("\"Dekont\"", "\"HAVALE\"", StringComparison.Ordinal));
        var asLaw = await book.ActAsync(book.Month("2025-01", "/check"));
        Assert.Equal((0, 2 + LiveBook.StandingWarnings(asLaw)), (Count(asLaw, "error"), Count(asLaw, "warning")));

        await book.PutCompanyAsync(company => company["severities"] = new JsonObject { ["BEL005"] = "error" });
        // What was checked before is stale: the profile is part of what a check rests on.
        Assert.Equal("open", (await book.GetAsync(book.Month("2025-01"))).GetProperty("state").GetString());
        var raised = await book.ActAsync(book.Month("2025-01", "/check"));
        Assert.Equal((2, LiveBook.StandingWarnings(raised), "faulty"), (Count(raised, "error"), Count(raised, "warning"), raised.GetProperty("state").GetString()));
        var finding = (await book.GetAsync(book.Month("2025-01", "/report?severity=error"))).GetProperty("findings")[0];
        Assert.Equal(("BEL005", "error"), (finding.GetProperty("rule").GetString(), finding.GetProperty("severity").GetString()));
        var refused = await book.RefusedActAsync(book.Month("2025-01", "/numbers"), new { by = "Ayşe Yılmaz" }, HttpStatusCode.Conflict, "standing-errors");
        Assert.Equal(2, refused.GetProperty("count").GetInt32());

        await book.PutCompanyAsync();
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = "Ayşe Yılmaz" });
    }

    [Theory]
    [InlineData("ABC001", "error", "ABC001")]
    [InlineData("BEL005", "ağır", "BEL005")]
    [InlineData("FIS001", "warning", "FIS001")]
    [InlineData("NUM001", "info", "NUM001")]
    public async Task A_company_that_asks_for_less_or_for_nonsense_is_refused(string code, string word, string named)
    {
        using var book = await LiveBook.OpenAsync(app);
        var company = LiveBook.PlainCompany();
        company["severities"] = new JsonObject { [code] = word };
        var refused = await LiveBook.RefusedAsync(
            await book.Admin.PutAsJsonAsync($"/api/companies/{book.Company}", company, TestContext.Current.CancellationToken), HttpStatusCode.UnprocessableEntity, "invalid-company");
        Assert.Contains(named, refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.False((await book.GetAsync($"/api/companies/{book.Company}")).TryGetProperty("severities", out _));
    }

    private static int Count(System.Text.Json.JsonElement report, string severity) => report.GetProperty("counts").GetProperty(severity).GetInt32();
}
