using EDefter.Core.Companies;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Companies;

/// <summary>A company profile as it stands, with all its fiscal years.</summary>
public sealed class GetCompany(CompanyRegister register)
{
    [Function(nameof(GetCompany))]
    [Access(Role.Erp, Role.Accountant, Role.Admin)]
    [Answers(typeof(Company))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        return (await register.FindAsync(co, cancellationToken)).Answer();
    }
}
