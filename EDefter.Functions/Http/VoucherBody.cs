using System.Runtime.CompilerServices;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Workflow;

namespace EDefter.Functions.Http;

/// <summary>Vouchers that come with a request: JSON streams in; a table is read whole before its first voucher is told.</summary>
public sealed class VoucherBody
{
    private readonly HttpRequest request;
    private readonly VoucherContent content;
    private readonly ReadingProfile? profile;
    private readonly bool isWorkbook;

    public VoucherBody(HttpRequest request, VoucherContent content)
    {
        this.request = request;
        this.content = content;
    }

    /// <param name="request">The request.</param>
    /// <param name="profile">How its table is read.</param>
    /// <param name="isWorkbook">An .xlsx; else delimited text.</param>
    public VoucherBody(HttpRequest request, ReadingProfile profile, bool isWorkbook)
    {
        this.request = request;
        this.profile = profile;
        this.isWorkbook = isWorkbook;
    }

    public IAsyncEnumerable<VoucherRow> ReadAsync(CancellationToken cancellationToken) => profile is null ? ReadJsonAsync(cancellationToken) : ReadTableAsync(profile, cancellationToken);

    private async IAsyncEnumerable<VoucherRow> ReadJsonAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var body = RequestBody.Open(request, VoucherLimits.BodyBytesMax);
        await foreach (var row in VoucherStreamReader.ReadAsync(body, content, cancellationToken))
            yield return row;
    }

    private async IAsyncEnumerable<VoucherRow> ReadTableAsync(ReadingProfile how, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = await TableContent.BufferAsync(request, cancellationToken);
        foreach (var row in ReadTable(file, how))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    // A workbook that cannot be opened is the sender's to mend; it must not be taken for a broken gzip.
    private IEnumerable<VoucherRow> ReadTable(Stream file, ReadingProfile how)
    {
        try
        {
            return VoucherTableReader.Read(file, isWorkbook, how);
        }
        catch (InvalidDataException exception)
        {
            throw new UnreadableTableException(Refusals.BrokenWorkbook, exception);
        }
    }
}
