namespace EDefter.Core.Reading.Profiles;

/// <summary>
/// What a column of somebody's table may be read into: a member of a voucher or its line, or of an account. A member's name in
/// camelCase is its name in a reading profile, so members are never renamed.
/// </summary>
public enum ReadingMember
{
    // The voucher.
    Id,
    Number,
    Date,
    Kind,
    State,
    EnteredBy,
    EnteredByUser,
    EnteredAt,
    Comment,
    Module,
    RowVersion,
    JournalNumber,
    VoucherDocumentType,
    VoucherDocumentTypeDescription,
    VoucherDocumentNumber,
    VoucherDocumentDate,
    GroupingKind,
    GroupingCount,
    GroupingFrom,
    GroupingTo,
    GroupingBank,

    // The line.
    LineId,
    Account,
    AccountName,
    MainAccount,
    MainAccountName,
    Debit,
    Credit,

    /// <summary>An amount whose column does not say the side; <see cref="Side"/> does.</summary>
    Amount,
    Side,
    Description,
    PostingDate,
    DocumentType,
    DocumentTypeDescription,
    DocumentNumber,
    DocumentDate,
    DocumentEttn,
    DocumentOwnSeries,
    PaymentMethod,
    OriginalCurrency,
    OriginalAmount,
    Rate,
    RateDate,
    RateSource,
    RateComment,
    PartnerTaxId,
    PartnerName,
    Branch,
    VatRate,
    BaseLine,
    SourceDocument,
    JournalLine,

    // An account of the chart.
    AccountCode,
    AccountTitle,
    AccountParent,
    AccountIsLeaf,
    AccountActiveFrom,
    AccountActiveTo,
    AccountPartnerTaxId,
}
