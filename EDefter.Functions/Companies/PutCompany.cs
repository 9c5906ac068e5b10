using EDefter.Core.Companies;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Companies;

/// <summary>Creates or replaces a company profile.</summary>
public sealed class PutCompany(CompanyRegister register)
{
    [Function(nameof(PutCompany))]
    [Access(Role.Admin, Role.Accountant)]
    [Takes(typeof(CompanyBody))]
    [Answers(typeof(Company))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/companies/{co}")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        var given = await RequestJson.ReadAsync<CompanyBody>(request, cancellationToken);
        if (given.IsRefused)
            return new ProblemResult(given.Refusal);
        var company = given.Value.ToCompany(co);
        if (company.IsRefused)
            return new ProblemResult(company.Refusal);
        var saved = await register.SaveAsync(company.Value, request.Actor(), cancellationToken);
        return saved.Answer();
    }
}
