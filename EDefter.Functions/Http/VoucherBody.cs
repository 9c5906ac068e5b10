using System.Runtime.CompilerServices;
using EDefter.Core.Reading;
using EDefter.Core.Workflow;

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
}
