using System.Runtime.CompilerServices;
using EDefter.Core.Reading;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Profiles;

namespace EDefter.Functions.Http;

/// <summary>Vouchers that come with a request: JSON streams in; a table stands in a temporary file first.</summary>
public sealed class VoucherBody(HttpRequest request, VoucherForm form)
{
    public async IAsyncEnumerable<VoucherRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var body = form.IsTable ? await TableContent.BufferAsync(request, cancellationToken) : RequestBody.Open(request, VoucherLimits.BodyBytesMax);
        await foreach (var row in form.ReadAsync(body, cancellationToken))
            yield return row;
    }

    /// <summary>Vouchers on their way in, or why the body cannot be taken at all.</summary>
    public static async Task<Outcome<VoucherBody>> OpenAsync(HttpRequest request, ReadingProfileRegister readings, string company, CancellationToken cancellationToken)
    {
        if (!RequestBody.KnowsEncoding(request))
            return Refusals.UnknownContent(request.Headers.ContentEncoding.ToString());
        var form = await VoucherForm.OfAsync(company, request.ContentType, TableContent.ProfileOf(request), readings, cancellationToken);
        return form.IsRefused ? form.Refusal : new VoucherBody(request, form.Value);
    }
}
