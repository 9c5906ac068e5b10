using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EDefter.Functions.Health;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Who may do what, for every route there is, every kind of caller, and companies of his own and not.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class AccessMatrixTests(LiveApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_route_has_an_expected_access_and_every_expectation_a_route()
    {
        Assert.Equal(AccessRoute.Expected.Select(route => route.ToString()).Order(StringComparer.Ordinal), AccessRoute.Declared().Order(StringComparer.Ordinal));
        Assert.Equal(["GET /{file?}", "GET health", "GET health/live", "GET openapi.json"], AccessRoute.Expected.Where(route => route.IsPublic).Select(route => route.ToString()));
    }

    [Fact]
    public async Task Every_route_lets_in_exactly_its_roles_to_their_own_company()
    {
        using var own = await LiveBook.OpenAsync(app);
        using var foreign = await LiveBook.OpenAsync(app);
        var callers = await CallersOfAsync(own);
        string[] companies = [own.Company, foreign.Company, LiveBook.NewCompany()];
        var knocks = from route in AccessRoute.Expected from caller in callers from company in route.NamesCompany ? companies : [own.Company] select (route, caller, company);
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(knocks, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation }, async (knock, _) =>
        {
            var expected = Expected(knock.route, knock.caller, isOwn: string.Equals(knock.company, own.Company, StringComparison.Ordinal));
            var seen = await KnockAsync(knock.route, knock.caller.Client, knock.company);
            if (!string.Equals(expected, seen, StringComparison.Ordinal))
                wrong.Add($"{knock.route} as {knock.caller.Name} to {knock.company}: {seen} instead of {expected}");
        });
        Assert.True(wrong.IsEmpty, string.Join("\n", wrong));
        foreach (var caller in callers)
            caller.Client.Dispose();
    }

    [Fact]
    public async Task A_function_that_declares_no_role_does_not_exist_for_anybody()
    {
        var azurite = await Azurite.SharedAsync();
        using var host = await LiveApp.StartAsync(azurite.ConnectionString, TimeProvider.System, builder => builder.UseFunctionClasses(typeof(UndeclaredFunction), typeof(GetHealth)));
        using var client = new HttpClient { BaseAddress = host.GetLocalAddress() };
        client.DefaultRequestHeaders.Add("X-Api-Key", LiveApp.AdminKey);
        using var health = await client.GetAsync(new Uri("/api/health", UriKind.Relative), Cancellation);
        using var undeclared = await client.GetAsync(new Uri("/api/undeclared", UriKind.Relative), Cancellation);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (health.StatusCode, undeclared.StatusCode));
        Assert.Empty(await undeclared.Content.ReadAsStringAsync(Cancellation));
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_job_of_another_company_is_not_found()
    {
        using var own = await LiveBook.OpenAsync(app);
        using var foreign = await LiveBook.OpenAsync(app);
        var started = await foreign.Accountant.PostAsync(new Uri(foreign.Month("2025-01", "/check"), UriKind.Relative), content: null, Cancellation);
        var location = started.Headers.Location!;
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        await LiveBook.RefusedAsync(await own.Accountant.GetAsync(location, Cancellation), HttpStatusCode.NotFound, "unknown-job");
        await LiveBook.RefusedAsync(await own.Accountant.DeleteAsync(location, Cancellation), HttpStatusCode.NotFound, "unknown-job");
        await LiveBook.ReadAsync(await foreign.Accountant.GetAsync(new Uri(location + "?wait=25", UriKind.Relative), Cancellation), HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_is_told_once_listed_without_its_secret_and_revoked_at_once()
    {
        using var book = await LiveBook.OpenAsync(app);
        var keys = new Uri($"/api/companies/{book.Company}/keys", UriKind.Relative);
        var issued = await LiveBook.ReadAsync(await book.Admin.PostAsJsonAsync(keys, new { role = "erp", name = "Logo Tiger" }, Cancellation), HttpStatusCode.Created);
        var (id, key) = (issued.GetProperty("id").GetString()!, issued.GetProperty("key").GetString()!);
        using var client = book.ClientFor(key);
        await LiveBook.GetAsync(client, book.Month("2025-01"));

        var list = await book.Admin.GetStringAsync(keys, Cancellation);
        var secret = key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..];
        Assert.DoesNotContain(secret, list, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(secret))), list, StringComparison.OrdinalIgnoreCase);
        var item = JsonSerializer.Deserialize<JsonElement>(list).EnumerateArray().Single(candidate => candidate.GetProperty("id").GetString() == id);
        Assert.Equal(["id", "role", "name", "createdAt", "lastUsedAt"], item.EnumerateObject().Select(member => member.Name));

        using var gone = await book.Admin.DeleteAsync(new Uri($"{keys}/{id}", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        await LiveBook.RefusedAsync(await client.GetAsync(new Uri(book.Month("2025-01"), UriKind.Relative), Cancellation), HttpStatusCode.Unauthorized, "unauthenticated");
        await LiveBook.RefusedAsync(await book.Admin.DeleteAsync(new Uri($"{keys}/yok", UriKind.Relative), Cancellation), HttpStatusCode.NotFound, "unknown-key");
    }

    private static string Expected(AccessRoute route, AccessCaller caller, bool isOwn)
    {
        if (route.IsPublic)
            return "passed";
        if (caller.Role is not { } role)
            return "401 unauthenticated";
        if (!route.Roles.Contains(role))
            return "403 not-allowed";
        return route.NamesCompany && !isOwn && role != "admin" ? "403 not-yours" : "passed";
    }

    // Everything but a refusal of the gate has passed it; a bare 404 is a route that does not exist, and a 500 is never right.
    private static async Task<string> KnockAsync(AccessRoute route, HttpClient client, string company)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.PathFor(company));
        if (route.Method is "PUT" or "POST")
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        var status = (int)response.StatusCode;
        if (status >= 500 || (text.Length == 0 && status != 204))
            return $"{status} {text}";
        if (status is 401 or 403)
            return $"{status} {JsonSerializer.Deserialize<JsonElement>(text).GetProperty("type").GetString()!["urn:edefter:".Length..]}";
        return "passed";
    }

    private static async Task<IReadOnlyList<AccessCaller>> CallersOfAsync(LiveBook own)
    {
        var revoked = await own.IssueAsync("accountant");
        using var gone = await own.Admin.DeleteAsync(new Uri($"/api/companies/{own.Company}/keys/{revoked[..16]}", UriKind.Relative), Cancellation);
        var expired = await LiveBook.ReadAsync(
            await own.Admin.PostAsJsonAsync($"/api/companies/{own.Company}/keys", new { role = "accountant", name = "eski", expiresOn = "2020-12-31" }, Cancellation), HttpStatusCode.Created);
        var erp = await own.IssueAsync("erp");
        return
        [
            new("nobody", Role: null, own.ClientFor(key: null)),
            new("a word", Role: null, own.ClientFor("anahtar")),
            new("an unknown key", Role: null, own.ClientFor(new string('0', 16) + "." + new string('0', 64))),
            new("a wrong secret", Role: null, own.ClientFor(erp[..17] + new string('0', 64))),
            new("a key cut short", Role: null, own.ClientFor(erp[..^1])),
            new("a revoked key", Role: null, own.ClientFor(revoked)),
            new("an expired key", Role: null, own.ClientFor(expired.GetProperty("key").GetString())),
            new("erp", "erp", own.ClientFor(erp)),
            new("accountant", "accountant", own.ClientFor(await own.IssueAsync("accountant"))),
            new("integrator", "integrator", own.ClientFor(await own.IssueAsync("integrator"))),
            new("calendar", "calendar", own.ClientFor(await own.IssueAsync("calendar"))),
            new("admin", "admin", own.ClientFor(LiveApp.AdminKey)),
        ];
    }
}
