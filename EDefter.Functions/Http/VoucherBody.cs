using System.Runtime.CompilerServices;
using EDefter.Core.Reading;
using EDefter.Core.Workflow;

namespace EDefter.Functions.Http;

/// <summary>Vouchers that stream in with a request.</summary>
public sealed class VoucherBody(HttpRequest request, VoucherContent content)
{
    public async IAsyncEnumerable<VoucherRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var body = RequestBody.Open(request, VoucherLimits.BodyBytesMax);
        await foreach (var row in VoucherStreamReader.ReadAsync(body, content, cancellationToken))
            yield return row;
    }
}
