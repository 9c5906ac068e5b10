using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Reading.Tables;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Profiles;
using EDefter.Core.Workflow.Receiving;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Vouchers;

/// <summary>Takes vouchers in: one object, an array or NDJSON, streamed, or a workbook or CSV whose columns a reading profile names (<c>?profile=</c>). What cannot be read is told row by row, the rest is stored; what is known already is unchanged.</summary>
public sealed class PostVouchers(VoucherReception reception, ReadingProfileRegister readings, WorkGates gates)
{
    // A place comes free within seconds or the server is overrun; then the sender keeps his body until he is let in.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Function(nameof(PostVouchers))]
    [Access(Role.Erp, Role.Accountant, Cost = 0.1)]
    [Takes(typeof(IReadOnlyList<Voucher>))]
    [Takes("application/x-ndjson", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [Query("profile", "The reading profile of a table.")]
    [Answers(typeof(AppendResult))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/vouchers")] HttpRequest request, string co, string br, CancellationToken cancellationToken)
    {
        var body = await VoucherBody.OpenAsync(request, readings, co, cancellationToken);
        if (body.IsRefused)
            return new ProblemResult(body.Refusal);
        using var place = await gates.Bodies.EnterAsync(co, Patience, cancellationToken);
        if (place is null)
            return new ProblemResult(Refusals.TooBusy());
        try
        {
            var received = await reception.ReceiveAsync(co, br, body.Value.ReadAsync(cancellationToken), request.Actor(), request.IdempotencyKey(), cancellationToken);
            return received.Answer();
        }
        catch (BodyTooLargeException exception)
        {
            return new ProblemResult(Refusals.TooLarge(exception.Message));
        }
        catch (TableLimitException exception)
        {
            return new ProblemResult(Refusals.TooLarge(exception.Message + " Hiçbir kayıt yapılmadı."));
        }
        catch (UnreadableTableException exception)
        {
            return new ProblemResult(Refusals.InvalidBody(exception.Message));
        }
        catch (InvalidDataException)
        {
            return new ProblemResult(Refusals.BrokenGzip());
        }
    }
}
