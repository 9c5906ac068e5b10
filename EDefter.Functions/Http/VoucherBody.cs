using System.Runtime.CompilerServices;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Profiles;

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

    /// <summary>Vouchers on their way in, or why the body cannot be taken at all.</summary>
    public static async Task<Outcome<VoucherBody>> OpenAsync(HttpRequest request, ReadingProfileRegister readings, string company, CancellationToken cancellationToken)
    {
        if (!RequestBody.KnowsEncoding(request))
            return Refusals.UnknownContent(request.Headers.ContentEncoding.ToString());
        var asked = TableContent.ProfileOf(request);
        if (TableContent.IsWorkbook(request) is not { } isWorkbook)
            return OpenJson(request, asked);
        var chosen = await readings.ChooseAsync(company, asked ?? ReadingProfileBook.Vouchers, ofAccounts: false, cancellationToken);
        return chosen.IsRefused ? chosen.Refusal : new VoucherBody(request, chosen.Value, isWorkbook);
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

    // Somebody who names a way of reading tables has sent a table, and forgot to say so.
    private static Outcome<VoucherBody> OpenJson(HttpRequest request, string? asked)
    {
        if (ContentOf(request) is not { } content)
            return Refusals.UnknownContent(request.ContentType ?? string.Empty);
        return asked is null ? new VoucherBody(request, content) : Refusals.ReadingWithoutTable(asked);
    }

    // A body without a type, or with a form's type that simple clients send by themselves, is read as JSON.
    private static VoucherContent? ContentOf(HttpRequest request)
    {
        var type = request.ContentType?.Split(';')[0].Trim();
        return type switch
        {
            "application/x-ndjson" or "application/ndjson" or "application/jsonl" => VoucherContent.NdJson,
            null or "" or "application/json" or "text/json" or "application/x-www-form-urlencoded" => VoucherContent.Json,
            _ => null,
        };
    }
}
