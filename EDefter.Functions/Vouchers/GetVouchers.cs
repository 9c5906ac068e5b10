using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Receiving;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Vouchers;

/// <summary>The live vouchers of a month, page by page (<c>?p=&amp;day=&amp;state=&amp;after=&amp;size=</c>).</summary>
public sealed class GetVouchers(VoucherPages pages)
{
    [Function(nameof(GetVouchers))]
    [Access(Role.Erp, Role.Accountant)]
    [Query("p", "Only this month.")]
    [Query("day", "Only this day.")]
    [Query("state", "Only vouchers of this state.")]
    [Query("after", "The cursor of the last page.")]
    [Query("size", "Vouchers of a page.")]
    [Answers(typeof(VoucherPage))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/vouchers")] HttpRequest request, string co, string br, CancellationToken cancellationToken)
    {
        var query = VoucherQuery.Read(request);
        if (query.IsRefused)
            return new ProblemResult(query.Refusal);
        var asked = query.Value;
        var page = await pages.ReadAsync(co, br, asked.Period, asked.Day, asked.State, asked.After, asked.Size, cancellationToken);
        return page.Answer(found => new VoucherPageResult(found, asked.NextPath(co, br, found.Next)));
    }
}
