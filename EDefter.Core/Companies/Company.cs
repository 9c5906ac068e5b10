namespace EDefter.Core.Companies;

/// <summary>The taxpayer whose books are kept. Everything but id and tax number may still be missing; the FIR and SUB rules say so.</summary>
public sealed record Company
{
    /// <summary>Chosen by the caller, <c>[a-z0-9-]{1,40}</c>: stands in URLs, so it is never a tax number.</summary>
    public required string Id { get; init; }

    /// <summary>VKN (10 digits) or TCKN (11 digits), always text; its check digit is FIR001's to judge.</summary>
    public required string TaxId { get; init; }

    public string? Title { get; init; }

    public string? PersonName { get; init; }

    /// <summary>Subject to e-Defter; false means the printable Yevmiye Defteri.</summary>
    public bool EDefter { get; init; } = true;

    public Address? Address { get; init; }

    public string? Phone { get; init; }

    public string? Fax { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public string? NaceCode { get; init; }

    /// <summary>The fiscal year named last; all of them, oldest first, are <see cref="FiscalYears"/>.</summary>
    public FiscalYear? FiscalYear { get; init; }

    /// <summary>Every fiscal year the company has had, oldest first, never overlapping. Kept by the server.</summary>
    public IReadOnlyList<FiscalYear> FiscalYears { get; init; } = [];

    /// <summary>First day kept as e-Defter, when it was taken up in mid-year.</summary>
    public DateOnly? AdoptionDate { get; init; }

    public DateOnly? FoundedOn { get; init; }

    public IReadOnlyList<Branch> Branches { get; init; } = [];

    /// <summary>Branches that left the profile, as they last stood in it, in order of codes; one that comes back leaves this list; null when none ever left. Kept by the server: their books stay.</summary>
    public IReadOnlyList<Branch>? FormerBranches { get; init; }

    public IReadOnlyList<Accountant> Accountants { get; init; } = [];

    public string? SourceApplication { get; init; }

    public string? UploadPreference { get; init; }

    public string? TaxpayerKind { get; init; }

    public string? BookCurrency { get; init; }

    public bool ApprovedVoucherRegime { get; init; }

    public string? IntegratorProfile { get; init; }

    /// <summary>Rule code → severity that this company wants (<c>error</c>, <c>warning</c>, <c>info</c>): never below the law's; naming a rule that is off by default switches it on.</summary>
    public IReadOnlyDictionary<string, string>? Severities { get; init; }

    /// <summary>The standing approval of the month end; null: every month is closed by hand.</summary>
    public AutoClose? AutoClose { get; init; }

    public RepairPolicy RepairPolicy { get; init; } = new();

    /// <summary>Account code → payment method, where the company's own map wins.</summary>
    public IReadOnlyDictionary<string, string>? PaymentMap { get; init; }

    /// <summary>Template of a link into the ERP: <c>https://erp…/fis/{voucherId}</c>.</summary>
    public string? Link { get; init; }

    /// <summary>A book per branch; a company that names no branches has its head office.</summary>
    public IEnumerable<BookId> Books()
    {
        var id = Id;
        return Branches.Count == 0 ? [new BookId(id, Branch.HeadOffice)] : Branches.Select(branch => new BookId(id, branch.Code));
    }

    /// <summary>Every book there ever was: a branch that leaves the profile keeps its books, and a company that names branches may have begun without any.</summary>
    public IEnumerable<BookId> EveryBook()
    {
        var id = Id;
        return Books().Concat((FormerBranches ?? []).Select(branch => new BookId(id, branch.Code))).Append(new BookId(id, Branch.HeadOffice)).Distinct();
    }

    /// <returns>The fiscal year that covers the day, or null.</returns>
    public FiscalYear? YearOf(DateOnly day)
    {
        // By index: rules ask for every voucher, and an enumerator of a list behind its interface is made anew each time.
        for (var i = 0; i < FiscalYears.Count; i++)
        {
            if (FiscalYears[i].Contains(day))
                return FiscalYears[i];
        }

        return null;
    }
}
