using System.Runtime.CompilerServices;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Workflow.Profiles;

namespace EDefter.Core.Workflow;

/// <summary>
/// How vouchers stand in what was sent, told by its content type: JSON and NDJSON stream in; a workbook or delimited text is a table that a reading profile
/// names the columns of, and is read whole before its first voucher is told.
/// </summary>
public sealed record VoucherForm
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // Invariant: exactly one of content and profile is set.
    private readonly VoucherContent content;
    private readonly ReadingProfile? profile;
    private readonly bool isWorkbook;

    private VoucherForm(VoucherContent content) => this.content = content;

    private VoucherForm(ReadingProfile profile, bool isWorkbook)
    {
        this.profile = profile;
        this.isWorkbook = isWorkbook;
    }

    /// <summary>It is read from its end: <see cref="ReadAsync"/> wants a stream that can seek.</summary>
    public bool IsTable => profile is not null;

    /// <param name="company">Whose own reading profiles may be named.</param>
    /// <param name="contentType">With or without parameters. A body without a type, or with a form's type that simple clients send by themselves, is read as JSON.</param>
    /// <param name="profile">Id of the reading profile of a table; null or empty for the usual one.</param>
    /// <param name="readings">The reading profiles.</param>
    /// <param name="cancellationToken">The caller left.</param>
    /// <returns>The form, or why such a body cannot be taken at all.</returns>
    public static async Task<Outcome<VoucherForm>> OfAsync(string company, string? contentType, string? profile, ReadingProfileRegister readings, CancellationToken cancellationToken)
    {
        if (IsWorkbook(contentType) is { } workbook)
        {
            var chosen = await readings.ChooseAsync(company, string.IsNullOrEmpty(profile) ? ReadingProfileBook.Vouchers : profile, ofAccounts: false, cancellationToken);
            return chosen.IsRefused ? chosen.Refusal : new VoucherForm(chosen.Value, workbook);
        }

        if (ContentOf(contentType) is not { } content)
            return Refusals.UnknownContent(contentType!);

        // Somebody who names a way of reading tables has sent a table, and forgot to say so.
        return string.IsNullOrEmpty(profile) ? new VoucherForm(content) : Refusals.ReadingWithoutTable(profile);
    }

    /// <summary>True for a workbook, false for delimited text, null for neither.</summary>
    public static bool? IsWorkbook(string? contentType) => MediaType(contentType) switch
    {
        WorkbookType => true,
        "text/csv" or "application/csv" or "text/tab-separated-values" => false,
        _ => null,
    };

    /// <param name="body">Already unpacked and bounded; can seek where <see cref="IsTable"/>. Not disposed.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>A row for everything that came.</returns>
    /// <exception cref="BodyTooLargeException">The body is too large.</exception>
    /// <exception cref="Reading.Tables.TableLimitException">The table is too large.</exception>
    /// <exception cref="UnreadableTableException">Nothing of the table can be read.</exception>
    public IAsyncEnumerable<VoucherRow> ReadAsync(Stream body, CancellationToken cancellationToken) =>
        profile is null ? VoucherStreamReader.ReadAsync(body, content, cancellationToken) : ReadTableAsync(body, profile, cancellationToken);

    private static VoucherContent? ContentOf(string? contentType) => MediaType(contentType) switch
    {
        "application/x-ndjson" or "application/ndjson" or "application/jsonl" => VoucherContent.NdJson,
        null or "" or "application/json" or "text/json" or "application/x-www-form-urlencoded" => VoucherContent.Json,
        _ => null,
    };

    // Upper and lower case make no difference in a type (RFC 9110, 8.3.1).
    private static string? MediaType(string? contentType) => contentType is null ? null : string.Concat(contentType.Split(';')[0].Trim().Select(char.ToLowerInvariant));

    private async IAsyncEnumerable<VoucherRow> ReadTableAsync(Stream table, ReadingProfile how, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var row in Read(table, how))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    // A workbook that cannot be opened is the sender's to mend; it must not be taken for a broken gzip.
    private IEnumerable<VoucherRow> Read(Stream table, ReadingProfile how)
    {
        try
        {
            return VoucherTableReader.Read(table, isWorkbook, how);
        }
        catch (InvalidDataException exception)
        {
            throw new UnreadableTableException(Refusals.BrokenWorkbook, exception);
        }
    }
}
