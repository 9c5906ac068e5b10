using EDefter.Core.Rules;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Rules;

/// <summary>The published rules, and the Turkish names of the members that findings and changes are about: what a report is read with.</summary>
public sealed class GetRules
{
    [Function(nameof(GetRules))]
    [Access(Role.Erp, Role.Accountant, Role.Integrator, Role.Admin)]
    [Answers(typeof(RulesBody))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rules")] HttpRequest request)
    {
        _ = request;
        return new WireResult(new RulesBody([.. RuleBook.Standard.Rules.Select(rule => RuleBody.Of(rule.Info))], FieldNames.All));
    }
}
