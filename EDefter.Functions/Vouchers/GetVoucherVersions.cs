using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Receiving;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Vouchers;

/// <summary>Every version of a voucher, oldest first: what the ERP sent, what was repaired, what was taken away.</summary>
public sealed class GetVoucherVersions(VoucherReception reception)
{
    [Function(nameof(GetVoucherVersions))]
    [Access(Role.Erp, Role.Accountant)]
    [Answers(typeof(IReadOnlyList<VoucherVersionBody>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/vouchers/{id}/versions")] HttpRequest request, string co, string br, string id, CancellationToken cancellationToken)
    {
        var versions = await reception.HistoryAsync(co, br, RouteText.VoucherId(id), cancellationToken);
        return versions.Answer(found => new WireResult(found.Select(VoucherVersionBody.Of).ToList()));
    }
}
