using EDefter.Core.Companies;

namespace EDefter.Functions.Sample;

/// <summary>ÖRNEK OTELCİLİK A.Ş., an invented hotel.</summary>
public static class SampleCompany
{
    public static Company Company { get; } = new()
    {
        Id = "ornek-otel",
        TaxId = "4540536920",
        Title = "ÖRNEK OTELCİLİK A.Ş.",
        EDefter = true,
        Address = new Address { BuildingNumber = "1", Street = "Işıklar Caddesi", City = "İstanbul", PostalCode = "34000", Country = "Türkiye" },
        Phone = "2120000000",
        Fax = "2120000001",
        Email = "muhasebe@ornek-otel.example",
        Website = "https://ornek-otel.example",
        NaceCode = "551003",
        FiscalYear = new FiscalYear { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) },
        FiscalYears = [new FiscalYear { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) }],
        Branches = [new Branch { Code = Branch.HeadOffice, Name = "Merkez" }],
        Accountants =
        [
            new Accountant
            {
                Name = "Nurgül Özışık",
                Title = "SMMM",
                Engagement = "SMMM sözleşmesi, 2025-01-01, M10120",
                Phone = "2120000002",
                Email = "nurgul.ozisik@ornek-musavirlik.example",
                ContractDate = new DateOnly(2025, 1, 1),
                ContractNumber = "M10120",
            },
        ],
        SourceApplication = "Örnek Otel ERP 1.0",
        UploadPreference = "monthly",
        TaxpayerKind = "company",
        BookCurrency = "TRY",
        IntegratorProfile = "izibiz",
        RepairPolicy = new RepairPolicy
        {
            EnteredByDefault = "MUHASEBE SERVİSİ",
            Modules = new Dictionary<string, ModuleDocument>(StringComparer.Ordinal)
            {
                ["z-report"] = Other("Z Raporu İcmali"),
                ["sales-invoice"] = new() { Type = "invoice" },
                ["purchase-invoice"] = new() { Type = "invoice" },
                ["bank"] = Other("Dekont"),
                ["cheque"] = new() { Type = "check" },
                ["note"] = new() { Type = "voucher" },
                ["cash-expense"] = Other("Perakende Satış Fişi"),
                ["cash-receipt"] = new() { Type = "receipt" },
                ["fx"] = Other("Döviz Alım Belgesi"),
                ["payroll"] = Other("Ücret Bordrosu İcmali"),
                ["self-employed"] = Other("Serbest Meslek Makbuzu"),
            },
        },
    };

    private static ModuleDocument Other(string name) => new() { Type = "other", TypeDescription = name };
}
