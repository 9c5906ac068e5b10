using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EDefter.Core.Workflow;
using EDefter.Functions.Gate;
using EDefter.Functions.Gate.Entra;
using EDefter.Tests.Gate;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>What a caller is told of his key or his signing in, and what somebody with several roles may do where.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class SessionTests(LiveApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_near_its_end_is_told_in_every_answer_in_the_session_and_in_the_list()
    {
        using var book = await LiveBook.OpenAsync(app);
        var last = TurkishDay.Of(DateTimeOffset.UtcNow).AddDays(10);
        var issued = await IssueAsync(book, new { role = "accountant", name = "Muhasebe", expiresOn = last });
        using var client = book.ClientFor(issued.GetProperty("key").GetString());
        using var answer = await client.GetAsync(new Uri("/api/session", UriKind.Relative), Cancellation);
        var session = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal(last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), answer.Headers.GetValues(GateMiddleware.LastDayHeader).Single());
        var key = session.GetProperty("key");
        Assert.Equal(("key", issued.GetProperty("id").GetString(), "Muhasebe"), (session.GetProperty("signedInBy").GetString(), key.GetProperty("id").GetString(), key.GetProperty("name").GetString()));
        // Midnight may pass between the test and the server.
        Assert.InRange(key.GetProperty("daysLeft").GetInt32(), 9, 10);
        Assert.Contains("gün kaldı", key.GetProperty("warning").GetString(), StringComparison.Ordinal);
        var listed = (await LiveBook.GetAsync(book.Admin, $"/api/companies/{book.Company}/keys")).EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);
        Assert.Equal(key.GetProperty("warning").GetString(), listed[key.GetProperty("id").GetString()!].GetProperty("warning").GetString());

        using var plain = await book.Accountant.GetAsync(new Uri("/api/session", UriKind.Relative), Cancellation);
        Assert.False(plain.Headers.Contains(GateMiddleware.LastDayHeader));
        Assert.False((await plain.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("key").TryGetProperty("warning", out _));
        // The configured admin key has no end and no row.
        Assert.False((await LiveBook.GetAsync(book.Admin, "/api/session")).TryGetProperty("key", out _));
    }

    [Fact]
    public async Task A_rotated_key_opens_beside_its_successor_and_the_list_says_until_when()
    {
        using var book = await LiveBook.OpenAsync(app);
        var old = await IssueAsync(book, new { role = "accountant", name = "Muhasebe" });
        var rotate = new Uri($"/api/companies/{book.Company}/keys/{old.GetProperty("id").GetString()}/rotate", UriKind.Relative);
        var issued = await LiveBook.ReadAsync(await book.Admin.PostAsync(rotate, content: null, Cancellation), HttpStatusCode.Created);
        foreach (var key in new[] { old, issued })
        {
            using var client = book.ClientFor(key.GetProperty("key").GetString());
            await LiveBook.GetAsync(client, book.Month("2025-01"));
        }

        var listed = (await LiveBook.GetAsync(book.Admin, $"/api/companies/{book.Company}/keys")).EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);
        var (before, after) = (listed[old.GetProperty("id").GetString()!], listed[issued.GetProperty("id").GetString()!]);
        Assert.Equal((issued.GetProperty("id").GetString(), old.GetProperty("id").GetString()), (before.GetProperty("replacedBy").GetString(), after.GetProperty("replaces").GetString()));
        Assert.Equal(issued.GetProperty("replacedUntil").GetDateTimeOffset(), before.GetProperty("endsAt").GetDateTimeOffset());
        Assert.StartsWith("Anahtar yenilendi", before.GetProperty("warning").GetString(), StringComparison.Ordinal);
        Assert.InRange((before.GetProperty("endsAt").GetDateTimeOffset() - DateTimeOffset.UtcNow).TotalHours, 23.5, 24);
        var again = await LiveBook.RefusedAsync(await book.Admin.PostAsync(rotate, content: null, Cancellation), HttpStatusCode.Conflict, "key-replaced");
        Assert.Equal(issued.GetProperty("id").GetString(), again.GetProperty("replacedBy").GetString());
    }

    [Fact]
    public async Task Who_signed_in_is_told_his_name_and_his_roles_by_company()
    {
        using var own = await LiveBook.OpenAsync(app);
        using var other = await LiveBook.OpenAsync(app);
        using var person = own.ClientForToken(LocalIssuer.Shared.TokenOf($"EDefter.Accountant.{own.Company}", $"EDefter.Erp.{own.Company}", $"EDefter.Integrator.{other.Company}", "EDefter.Erp.olmayan-firma"));
        var session = await LiveBook.GetAsync(person, "/api/session");
        Assert.Equal(("accountant", "token", "Nurgül Özışık"), (session.GetProperty("role").GetString(), session.GetProperty("signedInBy").GetString(), session.GetProperty("person").GetString()));
        Assert.False(session.TryGetProperty("key", out _));
        var roles = session.GetProperty("companies").EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!, one => string.Join(' ', one.GetProperty("roles").EnumerateArray().Select(role => role.GetString())));
        Assert.Equal((2, "accountant erp", "integrator"), (roles.Count, roles[own.Company], roles[other.Company]));
    }

    [Fact]
    public async Task A_role_in_one_company_is_none_in_another()
    {
        using var own = await LiveBook.OpenAsync(app);
        using var other = await LiveBook.OpenAsync(app);
        using var third = await LiveBook.OpenAsync(app);
        using var person = own.ClientForToken(LocalIssuer.Shared.TokenOf($"EDefter.Accountant.{own.Company}", $"EDefter.Integrator.{other.Company}"));
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync(new Uri(own.Month("2025-01"), UriKind.Relative), Cancellation)).StatusCode);
        var refused = await LiveBook.RefusedAsync(await person.GetAsync(new Uri(other.Month("2025-01"), UriKind.Relative), Cancellation), HttpStatusCode.Forbidden, "not-allowed");
        Assert.Contains("\"integrator\"", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await LiveBook.GetAsync(person, other.Month("2025-01", "/archives"));
        await LiveBook.RefusedAsync(await person.GetAsync(new Uri(third.Month("2025-01"), UriKind.Relative), Cancellation), HttpStatusCode.Forbidden, "not-yours");

        // Routes without a company: a job of a company where he is an integrator only stays unseen, and a file is held against companies of his.
        var started = await other.Accountant.PostAsync(new Uri(other.Month("2025-01", "/check"), UriKind.Relative), content: null, Cancellation);
        await LiveBook.RefusedAsync(await person.GetAsync(started.Headers.Location, Cancellation), HttpStatusCode.NotFound, "unknown-job");
        started = await own.Accountant.PostAsync(new Uri(own.Month("2025-01", "/check"), UriKind.Relative), content: null, Cancellation);
        await LiveBook.ReadAsync(await person.GetAsync(started.Headers.Location, Cancellation), HttpStatusCode.OK);
        var verify = await LiveBook.ReadAsync(await person.PostAsync(new Uri("/api/archives/verify", UriKind.Relative), new StringContent("dosya"), Cancellation), HttpStatusCode.OK);
        Assert.Equal("unknown", verify.GetProperty("verdict").GetString());
        await LiveBook.ReadAsync(await person.PostAsync(new Uri($"/api/archives/verify?company={other.Company}", UriKind.Relative), new StringContent("dosya"), Cancellation), HttpStatusCode.OK);
        await LiveBook.RefusedAsync(await person.PostAsync(new Uri($"/api/archives/verify?company={third.Company}", UriKind.Relative), new StringContent("dosya"), Cancellation), HttpStatusCode.Forbidden, "not-yours");
    }

    [Fact]
    public async Task An_act_of_somebody_who_signed_in_keeps_the_name_that_was_said_beside_the_directorys_id()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var person = book.ClientForToken(LocalIssuer.Shared.TokenOf($"EDefter.Erp.{book.Company}"));
        using var body = new StringContent(LiveBook.Voucher("1", "2025-01-15"), Encoding.UTF8, "application/json");
        await LiveBook.ReadAsync(await person.PostAsync(new Uri($"{book.BookPath}/vouchers", UriKind.Relative), body, Cancellation), HttpStatusCode.OK);
        var version = (await book.GetAsync($"{book.BookPath}/vouchers/1/versions")).EnumerateArray().Single();
        Assert.Equal("erp", version.GetProperty("by").GetString());
        var key = (await KeyIdsAsync(book)).Single();
        Assert.Equal("entra-" + LocalIssuer.Person, key);
    }

    [Fact]
    public async Task The_keys_header_counts_before_the_token_and_a_401_names_both_ways()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var both = book.ClientForToken(LocalIssuer.Shared.TokenOf("EDefter.Admin"));
        both.DefaultRequestHeaders.Add("X-Api-Key", "anahtar");
        using var refused = await both.GetAsync(new Uri("/api/session", UriKind.Relative), Cancellation);
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (refused.StatusCode, refused.Headers.WwwAuthenticate.Single().Scheme));
        using var basic = book.ClientFor(key: null);
        basic.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Basic", "YTpi");
        await LiveBook.RefusedAsync(await basic.GetAsync(new Uri("/api/session", UriKind.Relative), Cancellation), HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_token_that_the_platform_hands_on_counts_on_the_consoles_own_pages_and_is_judged_like_any_other()
    {
        using var book = await LiveBook.OpenAsync(app);
        var good = LocalIssuer.Shared.TokenOf($"EDefter.Accountant.{book.Company}");
        var session = await LiveBook.GetAsync(Client((Credential.SignedInHeader, good), (Credential.OwnPageHeader, "1")), "/api/session");
        Assert.Equal(("token", "Nurgül Özışık"), (session.GetProperty("signedInBy").GetString(), session.GetProperty("person").GetString()));

        (string, string)[][] shown =
        [
            [(Credential.SignedInHeader, good)],
            [(Credential.SignedInHeader, good[..^4] + "AAAA"), (Credential.OwnPageHeader, "1")],
            [(Credential.SignedInHeader, good), (Credential.OwnPageHeader, "1"), (Credential.KeyHeader, "anahtar")],
            [("X-MS-CLIENT-PRINCIPAL-ID", LocalIssuer.Person), (Credential.OwnPageHeader, "1")],
        ];
        foreach (var headers in shown)
            await LiveBook.RefusedAsync(await Client(headers).GetAsync(new Uri("/api/session", UriKind.Relative), Cancellation), HttpStatusCode.Unauthorized, "unauthenticated");

        HttpClient Client(params (string Name, string Value)[] headers)
        {
            var client = book.ClientFor(key: null);
            foreach (var (name, value) in headers)
                client.DefaultRequestHeaders.Add(name, value);
            return client;
        }
    }

    [Fact]
    public async Task Where_the_platform_signs_nobody_in_no_page_is_told_of()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var nobody = book.ClientFor(key: null);
        Assert.False((await LiveBook.GetAsync(nobody, "/api/health/live")).TryGetProperty("signIn", out _));
        Assert.Null(PlatformSignIn.From("True", tokens: null));
        Assert.Null(PlatformSignIn.From(enabled: null, LocalIssuer.Shared.Settings));
        Assert.Null(PlatformSignIn.From("False", LocalIssuer.Shared.Settings));
        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=%2F", PlatformSignIn.From("True", LocalIssuer.Shared.Settings)!.SignIn);
    }

    private static async Task<JsonElement> IssueAsync(LiveBook book, object body) =>
        await LiveBook.ReadAsync(await book.Admin.PostAsJsonAsync($"/api/companies/{book.Company}/keys", body, Cancellation), HttpStatusCode.Created);

    private async Task<IReadOnlyList<string>> KeyIdsAsync(LiveBook book)
    {
        var log = (Core.Workflow.Ports.IVoucherLog)app.Services.GetService(typeof(Core.Workflow.Ports.IVoucherLog))!;
        var commits = new List<string>();
        var id = new Core.Companies.BookId(book.Company, Core.Companies.Branch.HeadOffice);
        await foreach (var commit in log.ReadCommitsAsync(id, new Core.Companies.FiscalYear { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) }, 0, Cancellation))
            commits.Add(commit.KeyId);
        return commits;
    }
}
