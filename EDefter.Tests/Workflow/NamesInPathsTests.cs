using System.Net;
using System.Net.Http.Json;
using EDefter.Tests.Live;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>What a caller writes into a path or a query never becomes a key of storage as it is: a name that nobody has is unknown, not a fault.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class NamesInPathsTests(LiveApp app)
{
    [Theory]
    [InlineData("ş")]
    [InlineData("a b")]
    [InlineData("#")]
    [InlineData("?")]
    [InlineData("\\")]
    [InlineData("a/b")]
    [InlineData("'")]
    [InlineData("|")]
    [InlineData("0")]
    public async Task A_name_that_nobody_has_is_unknown(string name)
    {
        using var book = await LiveBook.OpenAsync(app);
        var escaped = Uri.EscapeDataString(name);
        Assert.Equal("urn:edefter:unknown-run", (await book.GetAsync(book.Month("2025-01", $"/repairs/{escaped}"), HttpStatusCode.NotFound)).GetProperty("type").GetString());
        Assert.Equal("urn:edefter:unknown-archive", (await book.GetAsync(book.Month("2025-01", $"/archives/{escaped}"), HttpStatusCode.NotFound)).GetProperty("type").GetString());
        foreach (var act in new[] { "apply", "undo" })
        {
            using var answer = await book.Accountant.PostAsJsonAsync(book.Month("2025-01", $"/repairs/{escaped}/{act}?wait=25"), new { by = "Ayşe Yılmaz", accept = "all" }, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("after=9999-12-31.1")]
    [InlineData("after=0001-01-01.0")]
    [InlineData("day=9999-12-31")]
    public async Task A_page_beyond_the_month_is_empty(string query)
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        Assert.Empty((await book.GetAsync($"{book.BookPath}/vouchers?p=2025-01&{query}")).GetProperty("vouchers").EnumerateArray());
    }
}
