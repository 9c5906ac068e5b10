namespace EDefter.Core.Formats;

/// <summary>
/// The fields that every format is made of. A member's name in camelCase is its name in a profile (<see cref="CanonicalFields"/>), so
/// members are never renamed.
/// </summary>
public enum CanonicalField
{
    // The file.
    TaxId,
    Branch,
    PeriodStart,
    PeriodEnd,
    FiscalYearStart,
    FiscalYearEnd,
    Part,

    /// <summary>Entries of the file. Not in lines: it is known only when the file ends.</summary>
    EntryCount,

    /// <summary>Title, or the name of a person.</summary>
    CompanyTitle,
    CompanyPhone,
    CompanyFax,
    CompanyEmail,
    CompanyWebsite,
    NaceCode,
    BuildingNumber,
    Street,
    City,
    PostalCode,
    Country,

    /// <summary>The first accountant of the company.</summary>
    AccountantName,
    AccountantTitle,
    AccountantEngagement,
    AccountantPhone,
    AccountantFax,
    AccountantEmail,

    /// <summary>The program that made the vouchers, as the company's profile says; never a person or a time.</summary>
    Creator,

    // The entry.

    /// <summary>Madde no.</summary>
    EntryNumber,

    /// <summary>Fiş no.</summary>
    VoucherNumber,
    EnteredBy,

    /// <summary>The voucher's date: the books know no other.</summary>
    EnteredDate,
    EntryComment,
    TotalDebit,
    TotalCredit,
    VoucherKind,

    /// <summary>Lines of the entry.</summary>
    LineCount,

    /// <summary>The ERP's id of the voucher.</summary>
    VoucherId,

    // The line.

    /// <summary>Satır no, running through the year.</summary>
    LineNumber,
    LineNumberInEntry,
    MainAccount,
    MainAccountName,
    SubAccount,
    SubAccountName,
    Amount,
    Debit,
    Credit,
    Side,
    PostingDate,
    DocumentType,
    DocumentTypeDescription,
    DocumentNumber,
    DocumentDate,

    /// <summary>Equals the fiş no (the authority checks it).</summary>
    DocumentReference,
    PaymentMethod,
    LineComment,
    OriginalCurrency,
    OriginalAmount,
    Rate,
    RateDate,
    RateSource,
    RateComment,

    /// <summary>The ERP's id of the line.</summary>
    LineId,
}
