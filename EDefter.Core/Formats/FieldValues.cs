using EDefter.Core.Companies;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats;

/// <summary>The value of a canonical field at one line of the journal, by its nature. One table for every writer.</summary>
internal sealed class FieldValues(ValueFormat format)
{
    private readonly string[] kinds = [.. Enum.GetValues<VoucherKind>().Select(kind => format.VoucherKinds[kind])];
    private readonly string[] types = [.. Enum.GetValues<DocumentType>().Select(type => format.DocumentTypes[type])];
    private readonly string?[] typeNames = [.. Enum.GetValues<DocumentType>().Select(type => format.DocumentTypeNames.GetValueOrDefault(type))];

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
        CanonicalField.DocumentTypeDescription => line!.DocumentTypeDescription ?? (line.DocumentType is { } named ? typeNames[(int)named] : null),
        CanonicalField.DocumentNumber => line!.DocumentNumber,
        CanonicalField.PaymentMethod => line!.PaymentMethod,
        CanonicalField.LineComment => line!.Description,
        CanonicalField.OriginalCurrency => line!.OriginalCurrency,
        CanonicalField.RateSource => line!.RateSource,
        CanonicalField.RateComment => line!.RateComment,
        CanonicalField.LineId => line!.ErpLineId,
        >= CanonicalField.CompanyTitle and <= CanonicalField.AccountantEmail => OfCompany(field, file.Company),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No text."),
    };

    /// <summary>The line holds something in the field.</summary>
    public bool IsFilled(CanonicalField field, FileFacts file, JournalEntry? entry, JournalLine? line) => field.NatureOf() switch
    {
        FieldNature.Integer => true,
        FieldNature.Amount => Amount(field, entry, line) is not null,
        FieldNature.Decimal => Decimal(field, line) is not null,
        FieldNature.Date => Date(field, file, entry, line) is not null,
        _ => !string.IsNullOrEmpty(Text(field, file, entry, line)),
    };

    /// <summary>The line that a column's value is taken from: the one that is written, or, for a field known once per entry, the first that has it.</summary>
    public JournalLine? LineOf(ProfileColumn column, FileFacts file, JournalEntry? entry, JournalLine? line, WritingNotes notes)
    {
        if (!column.PerEntry)
            return line;
        var field = column.Field!.Value;
        JournalLine? first = null;
        foreach (var one in entry!.Lines)
        {
            if (!IsFilled(field, file, entry, one))
                continue;
            first ??= one;
            if (!IsSame(field, file, entry, first, one))
            {
                notes.Add(UnwritableReason.SeveralValues, column);
                break;
            }
        }

        return first ?? entry.Lines[0];
    }

    /// <summary>A value of the company's profile.</summary>
    public static string? OfCompany(CanonicalField field, Company? company) => field switch
    {
        CanonicalField.CompanyTitle => string.IsNullOrWhiteSpace(company?.Title) ? company?.PersonName : company.Title,
        CanonicalField.CompanyPhone => company?.Phone,
        CanonicalField.CompanyFax => company?.Fax,
        CanonicalField.CompanyEmail => company?.Email,
        CanonicalField.CompanyWebsite => company?.Website,
        CanonicalField.NaceCode => company?.NaceCode,
        CanonicalField.BuildingNumber => company?.Address?.BuildingNumber,
        CanonicalField.Street => company?.Address?.Street,
        CanonicalField.City => company?.Address?.City,
        CanonicalField.PostalCode => company?.Address?.PostalCode,
        CanonicalField.Country => company?.Address?.Country,
        _ => OfAccountant(field, company is { Accountants.Count: > 0 } ? company.Accountants[0] : null),
    };

    public static long Integer(CanonicalField field, FileFacts file, JournalEntry? entry, JournalLine? line) => field switch
    {
        CanonicalField.Part => file.Part,
        CanonicalField.LineCount => entry!.Lines.Count,
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

    private bool IsSame(CanonicalField field, FileFacts file, JournalEntry entry, JournalLine left, JournalLine right) => field.NatureOf() switch
    {
        FieldNature.Integer => Integer(field, file, entry, left) == Integer(field, file, entry, right),
        FieldNature.Amount => Amount(field, entry, left) == Amount(field, entry, right),
        FieldNature.Decimal => Decimal(field, left) == Decimal(field, right),
        FieldNature.Date => Date(field, file, entry, left) == Date(field, file, entry, right),
        _ => string.Equals(Text(field, file, entry, left), Text(field, file, entry, right), StringComparison.Ordinal),
    };

    private static string? OfAccountant(CanonicalField field, Accountant? accountant) => field switch
    {
        CanonicalField.AccountantName => accountant?.Name,
        CanonicalField.AccountantTitle => accountant?.Title,
        CanonicalField.AccountantEngagement => accountant?.Engagement,
        CanonicalField.AccountantPhone => accountant?.Phone,
        CanonicalField.AccountantFax => accountant?.Fax,
        CanonicalField.AccountantEmail => accountant?.Email,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No text."),
    };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
