using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Receiving;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Vouchers;

/// <summary>One live voucher, as canonical JSON.</summary>
public sealed class GetVoucher(VoucherReception reception)
{
    [Function(nameof(GetVoucher))]
    [Access(Role.Erp, Role.Accountant, Cost = 0.1)]
    [Answers(typeof(Voucher))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/vouchers/{id}")] HttpRequest request, string co, string br, string id, CancellationToken cancellationToken)
    {
        var found = await reception.FindAsync(co, br, RouteText.VoucherId(id), cancellationToken);
        return found.Answer(stored => new VoucherResult(stored.Voucher));
    }
}
