using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Companies;
using EDefter.Functions.Gate;
using EDefter.Functions.Gate.Entra;
using EDefter.Functions.Gate.Limits;
using EDefter.Functions.Health;
using EDefter.Functions.Jobs;
using EDefter.Functions.Keys;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Protocols;
using Moq;
using Xunit;

namespace EDefter.Tests.Gate;

/// <summary>What the gate does where the host tells less than it should.</summary>
public sealed class GateMiddlewareTests
{
    private const string AdminKey = "gate-test-admin-key";

    private bool isLetIn;

    // The function hears of the company from the host, the gate from the request's route: where the route is silent, the gate must not be.
    [Fact]
    public async Task A_call_whose_company_is_not_told_is_let_in_for_nobody()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => KnockAsync(nameof(GetCompany)));
        Assert.False(isLetIn);
    }

    [Theory]
    [InlineData(nameof(GetCompany), "otel")]
    [InlineData(nameof(GetSession), null)]
    [InlineData(nameof(GetHealth), null)]
    public async Task Where_it_is_told_or_not_needed_the_call_is_let_in(string function, string? company)
    {
        await KnockAsync(function, company);
        Assert.True(isLetIn);
    }

    [Fact]
    public async Task A_call_whose_request_is_not_seen_is_let_in_for_nobody()
    {
        foreach (var function in (string[])[nameof(GetCompany), nameof(GetSession), nameof(GetHealth)])
            await Assert.ThrowsAsync<InvalidOperationException>(() => InvokeAsync(function, http: null));
        Assert.False(isLetIn);
        await InvokeAsync(nameof(RunJob), http: null);
        Assert.True(isLetIn);
    }

    private Task KnockAsync(string function, string? company = null)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers[Credential.KeyHeader] = AdminKey;
        if (company is not null)
            http.Request.RouteValues["co"] = company;
        return InvokeAsync(function, http);
    }

    private Task InvokeAsync(string function, HttpContext? http)
    {
        var items = new Dictionary<object, object>();
        if (http is not null)
            items["HttpRequestContext"] = http;
        var definition = Mock.Of<FunctionDefinition>(one => one.Name == function);
        return Gate().Invoke(Mock.Of<FunctionContext>(one => one.FunctionDefinition == definition && one.Items == items), _ =>
        {
            isLetIn = true;
            return Task.CompletedTask;
        });
    }

    private static GateMiddleware Gate()
    {
        var clock = new SteppedClock();
        var keys = Mock.Of<IKeys>();
        var paces = new AccessPaces(Callers: null, Guesses: null);
        var tokens = new EntraTokens(new EntraSwitch(Settings: null), Mock.Of<IDocumentRetriever>(), clock, NullLogger<EntraTokens>.Instance);
        var entrance = new Entrance(new KeyRecognition(keys, clock, Core.Workflow.Access.AdminKey.From(AdminKey)), tokens, new KeyUses(keys, clock, NullLogger<KeyUses>.Instance), new GuessLimit(paces, clock), new CallerLimit(paces, clock));
        return new GateMiddleware(new AccessTable(), entrance, clock, NullLogger<GateMiddleware>.Instance);
    }
}
