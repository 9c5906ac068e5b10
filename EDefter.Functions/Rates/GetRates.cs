using EDefter.Core.Companies;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Rates;

/// <summary>The authority's exchange rates of a day, in ordinal order of currencies; empty when never sent.</summary>
public sealed class GetRates(RateRegister register)
{
    [Function(nameof(GetRates))]
    [Access(Role.Erp, Role.Accountant, Role.Admin)]
    [Answers(typeof(IReadOnlyList<ExchangeRate>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rates/{date}")] HttpRequest request, string date, CancellationToken cancellationToken)
    {
        var found = await register.FindAsync(date, cancellationToken);
        return found.Answer(day => new WireResult(day.Rates));
    }
}
