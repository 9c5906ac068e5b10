using EDefter.Core.Companies;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Rates;

/// <summary>Replaces the authority's exchange rates of a day, for every company; an empty list takes them away.</summary>
public sealed class PutRates(RateRegister register)
{
    [Function(nameof(PutRates))]
    [Access(Role.Admin)]
    [Takes(typeof(IReadOnlyList<ExchangeRate>))]
    [Answers(typeof(IReadOnlyList<ExchangeRate>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/rates/{date}")] HttpRequest request, string date, CancellationToken cancellationToken)
    {
        var given = await RequestJson.ReadAsync<List<ExchangeRate?>>(request, cancellationToken);
        if (given.IsRefused)
            return new ProblemResult(given.Refusal);
        var saved = await register.SaveAsync(date, given.Value, cancellationToken);
        return saved.Answer(day => new WireResult(day.Rates));
    }
}
