using EDefter.Core.Reading.Profiles;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Templates;

/// <summary>The workbook to fill in with the chart of accounts; PUT …/accounts reads it.</summary>
public sealed class GetAccountTemplate
{
    [Function(nameof(GetAccountTemplate))]
    [Unaudited("an empty table holds nothing of anybody")]
    [Access(Role.Erp, Role.Accountant)]
    [Answers("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/templates/accounts.xlsx")] HttpRequest request) =>
        new WorkbookTemplateResult(ReadingProfileBook.Find(ReadingProfileBook.Accounts)!, "Hesap Planı", "edefter-hesap-plani-sablonu.xlsx");
}
