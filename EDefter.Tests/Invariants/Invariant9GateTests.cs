using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using EDefter.Functions;
using EDefter.Tests.Invariants.Mutants;
using EDefter.Tests.Live;
using Microsoft.Azure.Functions.Worker;
using Xunit;
using Xunit.Sdk;

namespace EDefter.Tests.Invariants;

/// <summary>
/// Law 9 at the gate: on every route that names a company, keys of another company get 403, whatever their role, and at least one
/// role hears that the company is not its own.
/// </summary>
[Collection(LiveAppGroup.Name)]
public sealed class Invariant9GateTests(LiveApp app)
{
    private static readonly string[] Roles = ["erp", "accountant", "integrator", "calendar"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_of_a_company_is_closed_to_the_keys_of_another()
    {
        using var victim = await LiveBook.OpenAsync(app);
        using var stranger = await LiveBook.OpenAsync(app);
        await CheckAsync(app.Address, victim, stranger);
    }

    [Fact]
    public async Task A_gate_that_ignores_the_company_is_noticed()
    {
        using var victim = await LiveBook.OpenAsync(app);
        using var stranger = await LiveBook.OpenAsync(app);
        using var open = await OpenGate.StartAsync(victim.Company);
        await Assert.ThrowsAnyAsync<XunitException>(() => CheckAsync(OpenGate.AddressOf(open), victim, stranger));
        await open.StopAsync(Cancellation);
    }

    private static async Task CheckAsync(Uri address, LiveBook victim, LiveBook stranger)
    {
        var keys = new List<string>();
        foreach (var role in Roles)
            keys.Add(await stranger.IssueAsync(role));
        using var client = new HttpClient { BaseAddress = address };
        var routes = RoutesOfCompanies().ToList();
        Assert.True(routes.Count > 25, "the routes were not found");
        foreach (var (method, route) in routes)
        {
            var types = new List<string>();
            foreach (var key in keys)
                types.Add(await RefusalAsync(client, key, method, Fill(route, victim.Company)));
            // Companies and keys are the admin's alone: no other role gets as far as the question whose company it is.
            Assert.True(types.Contains("urn:edefter:not-yours", StringComparer.Ordinal) || types.TrueForAll(type => type == "urn:edefter:not-allowed"), $"{method} {route}: {string.Join(", ", types)}");
        }
    }

    private static async Task<string> RefusalAsync(HttpClient client, string key, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(new { by = "Yabancı" }) };
        request.Headers.Add("X-Api-Key", key);
        using var response = await client.SendAsync(request, Cancellation);
        Assert.True(response.StatusCode == HttpStatusCode.Forbidden, $"{method} {path} answered {(int)response.StatusCode}");
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("type").GetString()!;
    }

    private static IEnumerable<(string Method, string Route)> RoutesOfCompanies() =>
        from type in typeof(EDefterApplication).Assembly.GetExportedTypes()
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger?.Route?.Contains("{co}", StringComparison.Ordinal) == true
        from verb in trigger.Methods!
        select (verb.ToUpperInvariant(), trigger.Route!);

    private static string Fill(string route, string company) =>
        "/" + route.Replace("{co}", company, StringComparison.Ordinal).Replace("{br}", "0000", StringComparison.Ordinal).Replace("{p}", "2025-01", StringComparison.Ordinal).Replace("{id}", "x", StringComparison.Ordinal).Replace("{run}", "x", StringComparison.Ordinal);
}
