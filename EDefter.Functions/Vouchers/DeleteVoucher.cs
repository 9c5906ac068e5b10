using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Receiving;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Vouchers;

/// <summary>Takes a voucher out of the book (a tombstone); its versions stay, and sending it again brings it back.</summary>
public sealed class DeleteVoucher(VoucherReception reception)
{
    [Function(nameof(DeleteVoucher))]
    [Access(Role.Erp, Role.Accountant, Cost = 0.1)]
    [Answers(typeof(AppendResult))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/companies/{co}/{br}/vouchers/{id}")] HttpRequest request, string co, string br, string id, CancellationToken cancellationToken)
    {
        return (await reception.DeleteAsync(co, br, RouteText.VoucherId(id), request.Actor(), cancellationToken)).Answer();
    }
}
