using EDefter.Core.Companies;
using EDefter.Core.Workflow;

namespace EDefter.Functions.Companies;

/// <summary>A company profile as it comes in: everything may be missing.</summary>
public sealed record CompanyBody
{
    public string? Id { get; init; }

    public string? TaxId { get; init; }

    public string? Title { get; init; }

    public string? PersonName { get; init; }

    public bool? EDefter { get; init; }

    public Address? Address { get; init; }

    public string? Phone { get; init; }

    public string? Fax { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    public string? NaceCode { get; init; }

    public FiscalYear? FiscalYear { get; init; }

    public DateOnly? AdoptionDate { get; init; }

    public DateOnly? FoundedOn { get; init; }

    public IReadOnlyList<Branch>? Branches { get; init; }

    public IReadOnlyList<Accountant>? Accountants { get; init; }

    public string? SourceApplication { get; init; }

    public string? UploadPreference { get; init; }

    public string? TaxpayerKind { get; init; }

    public string? BookCurrency { get; init; }

    public bool? ApprovedVoucherRegime { get; init; }

    public string? IntegratorProfile { get; init; }

    public IReadOnlyDictionary<string, string>? Severities { get; init; }

    public AutoClose? AutoClose { get; init; }

    public RepairPolicy? RepairPolicy { get; init; }

    public IReadOnlyDictionary<string, string>? PaymentMap { get; init; }

    public string? Link { get; init; }

    /// <param name="id">The company's id in the URL; an id in the body must agree with it.</param>
    public Outcome<Company> ToCompany(string id)
    {
        if (Id is not null && !string.Equals(Id, id, StringComparison.Ordinal))
            return Refusals.InvalidCompany("id", $"Adresteki firma kimliği \"{id}\", gövdedeki ise \"{Id}\". İkisi aynı olmalıdır.");
        return new Company
        {
            Id = id,
            TaxId = TaxId ?? string.Empty,
            Title = Title,
            PersonName = PersonName,
            EDefter = EDefter ?? true,
            Address = Address,
            Phone = Phone,
            Fax = Fax,
            Email = Email,
            Website = Website,
            NaceCode = NaceCode,
            FiscalYear = FiscalYear,
            AdoptionDate = AdoptionDate,
            FoundedOn = FoundedOn,
            Branches = Branches ?? [],
            Accountants = Accountants ?? [],
            SourceApplication = SourceApplication,
            UploadPreference = UploadPreference,
            TaxpayerKind = TaxpayerKind,
            BookCurrency = BookCurrency,
            ApprovedVoucherRegime = ApprovedVoucherRegime ?? false,
            IntegratorProfile = IntegratorProfile,
            Severities = Severities,
            AutoClose = AutoClose is null ? null : AutoClose with { RepairClasses = AutoClose.RepairClasses ?? [], Tell = AutoClose.Tell ?? [] },
            RepairPolicy = WithModules(RepairPolicy ?? new RepairPolicy()),
            PaymentMap = PaymentMap,
            Link = Link,
        };
    }

    // null and absent mean the same, also where the reader left null in a member that cannot be null.
    private static RepairPolicy WithModules(RepairPolicy policy) =>
        policy with { Modules = (policy.Modules ?? new Dictionary<string, ModuleDocument>()).Where(module => module.Value is not null).ToDictionary(StringComparer.Ordinal) };
}
