using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>What is said beside the body, on both sides: headers that keep browsers from mischief, and headers and addresses that mean mischief.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class HardeningTests(LiveApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/health", HttpStatusCode.OK)]
    [InlineData("/api/openapi.json", HttpStatusCode.OK)]
    [InlineData("/api/companies/hic-yok", HttpStatusCode.Forbidden)]
    [InlineData("/api/jobs/yok", HttpStatusCode.NotFound)]
    [InlineData("/api/templates/vouchers.xlsx", HttpStatusCode.OK)]
    public async Task No_answer_is_a_page_or_kept(string path, HttpStatusCode expected)
    {
        using var book = await LiveBook.OpenAsync(app);
        using var answer = await book.Accountant.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Header(answer, "Content-Security-Policy"));
    }

    [Fact]
    public async Task The_page_says_its_own_policy_once()
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        Assert.Contains("script-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("X-HTTP-Method", "PUT")]
    [InlineData("X-Original-URL", "/api/session")]
    [InlineData("X-Rewrite-URL", "/api/session")]
    [InlineData("X-Forwarded-Host", "kotu.example")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Host", "kotu.example")]
    public async Task Headers_that_steer_other_servers_steer_nothing_here(string name, string value)
    {
        using var book = await LiveBook.OpenAsync(app);
        using var plain = await book.Accountant.PostAsJsonAsync(book.Month("2025-01", "/check"), new { }, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, book.Month("2025-01", "/check")) { Content = JsonContent.Create(new { }) };
        request.Headers.TryAddWithoutValidation(name, value);
        using var steered = await book.Accountant.SendAsync(request, Cancellation);
        Assert.Equal(plain.StatusCode, steered.StatusCode);
        // Locations are paths: nobody's host stands in them.
        Assert.StartsWith("/api/jobs/", Header(steered, "Location"), StringComparison.Ordinal);
        Assert.DoesNotContain(value, await steered.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_keys_are_nobodys()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var client = book.ClientFor(key: null);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/session");
        request.Headers.Add("X-Api-Key", [await book.IssueAsync("accountant"), await book.IssueAsync("erp")]);
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(7_000)]
    [InlineData(60_000)]
    public async Task A_question_without_an_end_is_answered_or_refused_by_the_server(int length)
    {
        using var book = await LiveBook.OpenAsync(app);
        using var answer = await book.Accountant.GetAsync(new Uri($"{book.BookPath}/periods?year=2025&x={new string('x', length)}", UriKind.Relative), Cancellation);
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.RequestUriTooLong]);
    }

    [Theory]
    [InlineData("..%2f..%2fsession")]
    [InlineData("%2e%2e%2f%2e%2e%2f")]
    [InlineData("..%5c..%5c")]
    [InlineData("%c0%ae%c0%ae%2f")]
    [InlineData("a%00b")]
    [InlineData("a%0d%0aX-Evil:%201")]
    [InlineData("%252e%252e%252f")]
    public async Task A_way_out_of_the_path_leads_nowhere(string name)
    {
        using var book = await LiveBook.OpenAsync(app);
        foreach (var path in (string[])[$"{book.BookPath}/vouchers/{name}", book.Month("2025-01", $"/archives/{name}"), $"/api/jobs/{name}", $"/api/companies/{book.Company}/backups/{name}", $"/{name}"])
        {
            // As it stands: an address would be tidied up on its way otherwise.
            using var answer = await book.Accountant.GetAsync(new Uri(app.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }), Cancellation);
            Assert.InRange((int)answer.StatusCode, 400, 499);
            Assert.False(answer.Headers.Contains("X-Evil"));
        }
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(',', answer.Headers.TryGetValues(name, out var values) ? values : answer.Content.Headers.TryGetValues(name, out var ofContent) ? ofContent : []);
}
