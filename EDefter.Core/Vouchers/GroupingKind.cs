namespace EDefter.Core.Vouchers;

/// <summary>The permitted ways to book many documents in one entry (GİB Kılavuz 18).</summary>
public enum GroupingKind
{
    /// <summary>Invoices of the same nature, of at most ten days and at most a hundred.</summary>
    Invoices,

    /// <summary>The movements of one bank on one day.</summary>
    BankDay,

    /// <summary>The day's Z reports, split by VAT rate.</summary>
    ZReport,

    /// <summary>Retail receipts of at most ten days.</summary>
    Retail,

    /// <summary>The cheques or notes of one partner.</summary>
    PartnerBordro,

    /// <summary>The summary of a payroll.</summary>
    Payroll,

    /// <summary>The summary of foreign currency purchase or sale documents.</summary>
    Fx,

    /// <summary>The summary of e-Arşiv invoices, for some sectors only.</summary>
    EArchive,
}
