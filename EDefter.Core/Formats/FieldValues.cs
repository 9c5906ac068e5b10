using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats;

/// <summary>The value of a canonical field at one line of the journal, by its nature. One table for every writer.</summary>
internal sealed class FieldValues(ValueFormat format)
{
    private readonly string[] kinds = [.. Enum.GetValues<VoucherKind>().Select(kind => format.VoucherKinds[kind])];
    private readonly string[] types = [.. Enum.GetValues<DocumentType>().Select(type => format.DocumentTypes[type])];

    public string? Text(CanonicalField field, FileFacts file, JournalEntry? entry, JournalLine? line) => field switch
    {
        CanonicalField.TaxId => file.TaxId,
        CanonicalField.Branch => format.Branches.TryGetValue(file.Branch, out var mapped) ? mapped : file.Branch,
        CanonicalField.Creator => file.Creator,
        CanonicalField.VoucherNumber or CanonicalField.DocumentReference => entry!.VoucherNumber,
        CanonicalField.EnteredBy => entry!.EnteredBy,
        CanonicalField.EntryComment => entry!.Comment,
        CanonicalField.VoucherKind => kinds[(int)entry!.Kind],
        CanonicalField.VoucherId => entry!.VoucherId,
        CanonicalField.MainAccount => line!.MainAccount,
        CanonicalField.MainAccountName => line!.MainAccountName,
        CanonicalField.SubAccount => line!.SubAccount,
        CanonicalField.SubAccountName => line!.SubAccountName,
        CanonicalField.Side => line!.Side == VoucherSide.Debit ? format.DebitWord : format.CreditWord,
        CanonicalField.DocumentType => line!.DocumentType is { } type ? types[(int)type] : null,
        CanonicalField.DocumentTypeDescription => line!.DocumentTypeDescription,
        CanonicalField.DocumentNumber => line!.DocumentNumber,
        CanonicalField.PaymentMethod => line!.PaymentMethod,
        CanonicalField.LineComment => line!.Description,
        CanonicalField.OriginalCurrency => line!.OriginalCurrency,
        CanonicalField.LineId => line!.ErpLineId,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No text."),
    };

    public static long Integer(CanonicalField field, FileFacts file, JournalEntry? entry, JournalLine? line) => field switch
    {
        CanonicalField.Part => file.Part,
        CanonicalField.EntryNumber => entry!.Number,
        CanonicalField.LineNumber => line!.Number,
        CanonicalField.LineNumberInEntry => line!.NumberInEntry,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No whole number."),
    };

    /// <returns>Lira, or null where the column is the other side's.</returns>
    public static decimal? Amount(CanonicalField field, JournalEntry? entry, JournalLine? line) => field switch
    {
        CanonicalField.TotalDebit or CanonicalField.TotalCredit => entry!.Total,
        CanonicalField.Amount => line!.Amount,
        CanonicalField.Debit => line!.Side == VoucherSide.Debit ? line.Amount : null,
        CanonicalField.Credit => line!.Side == VoucherSide.Credit ? line.Amount : null,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No amount."),
    };

    public static decimal? Decimal(CanonicalField field, JournalLine? line) => field switch
    {
        CanonicalField.OriginalAmount => line!.OriginalAmount,
        CanonicalField.Rate => line!.Rate,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No number."),
    };

    public static DateOnly? Date(CanonicalField field, FileFacts file, JournalEntry? entry, JournalLine? line) => field switch
    {
        CanonicalField.PeriodStart => Later(file.Period.FirstDay, file.FiscalYear.Start),
        CanonicalField.PeriodEnd => Earlier(file.Period.LastDay, file.FiscalYear.End),
        CanonicalField.FiscalYearStart => file.FiscalYear.Start,
        CanonicalField.FiscalYearEnd => file.FiscalYear.End,
        CanonicalField.EnteredDate => entry!.Date,
        CanonicalField.PostingDate => line!.PostingDate,
        CanonicalField.DocumentDate => line!.DocumentDate,
        CanonicalField.RateDate => line!.RateDate,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No date."),
    };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
