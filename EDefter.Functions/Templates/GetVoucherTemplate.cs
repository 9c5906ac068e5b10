using EDefter.Core.Reading.Profiles;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Templates;

/// <summary>The workbook to fill in with vouchers; POST …/vouchers reads it.</summary>
public sealed class GetVoucherTemplate
{
    [Function(nameof(GetVoucherTemplate))]
    [Unaudited("an empty table holds nothing of anybody")]
    [Access(Role.Erp, Role.Accountant)]
    [Answers("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/templates/vouchers.xlsx")] HttpRequest request) =>
        new WorkbookTemplateResult(ReadingProfileBook.Find(ReadingProfileBook.Vouchers)!, "Fişler", "edefter-fis-sablonu.xlsx");
}
