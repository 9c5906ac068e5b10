using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Repairs;

/// <summary>A company whose January nobody can fault, for everything about repairs.</summary>
internal static class RepairFixture
{
    public static readonly DateOnly First = new(2025, 1, 1);

    public static Company Company { get; } = new()
    {
        Id = "ornek-otel",
        TaxId = "4540536920",
        Title = "ÖRNEK OTELCİLİK A.Ş.",
        Address = new Address { BuildingNumber = "1", Street = "Çınar Sokağı", City = "Muğla", PostalCode = "48000", Country = "Türkiye" },
        Phone = "2525550000",
        Email = "muhasebe@ornekotel.example",
        Website = "https://ornekotel.example",
        NaceCode = "551003",
        FiscalYear = new FiscalYear { Start = First, End = new DateOnly(2025, 12, 31) },
        FiscalYears = [new FiscalYear { Start = First, End = new DateOnly(2025, 12, 31) }],
        Branches = [new Branch { Code = "0000", Name = "Merkez" }],
        Accountants = [new Accountant { Name = "Ayşe Iğdır", Title = "SMMM", Engagement = "SMMM sözleşmesi, 2025-01-01, M10120" }],
        RepairPolicy = new RepairPolicy
        {
            EnteredByDefault = "MUHASEBE SERVİSİ",
            RoundingAccount = "659.01",
            RoundingCap = 0.05m,
            Modules = new Dictionary<string, ModuleDocument>(StringComparer.Ordinal) { ["pos"] = new() { Type = "receipt" } },
        },
    };

    public static CheckContext Context { get; } = ContextOf(Company);

    /// <summary>The rules of the program; where one that asks for a division is not among them, a plain one of its code.</summary>
    public static RuleBook Rules { get; } = new([.. RuleBook.Standard.Rules, .. PlainSplitRule.All.Where(static rule => RuleBook.Standard.Find(rule.Info.Code) is null)]);

    public static CheckContext ContextOf(Company company, ChartOfAccounts? chart = null) => new()
    {
        Company = company,
        Branch = "0000",
        From = First,
        To = new DateOnly(2025, 1, 31),
        Period = new Period(2025, 1),
        AsOf = new DateOnly(2025, 3, 1),
        // A few vouchers are no January: that an opening voucher is missing says nothing of them.
        Pack = RulePacks.For(First) with { Off = new HashSet<string>(StringComparer.Ordinal) { "ACK002", "KON006" } },
        Chart = chart,
    };

    public static RepairPlan Plan(params Voucher[] vouchers) => Plan(Context, RepairBook.Standard, vouchers);

    public static RepairPlan Plan(CheckContext context, RepairBook book, params IEnumerable<Voucher> vouchers)
    {
        var planner = new RepairPlanner(context, Rules, book);
        foreach (var voucher in vouchers)
            planner.Observe(voucher);
        return planner.Finish(revision: 4);
    }

    /// <summary>What a check says of the vouchers.</summary>
    public static IReadOnlyList<Finding> Check(CheckContext context, params IEnumerable<Voucher> vouchers)
    {
        var findings = new List<Finding>();
        var engine = CheckEngine.Begin(context, findings.Add, Rules);
        foreach (var voucher in vouchers)
            engine.Observe(voucher);
        engine.Finish();
        return findings;
    }

    /// <summary>A purchase with VAT that no rule faults; tests plant what they are about.</summary>
    public static Voucher Purchase() => new()
    {
        Id = "344541",
        Number = "163",
        Date = DateField.Parse("2025-01-10"),
        Kind = "mahsup",
        EnteredBy = "H.A.",
        Comment = "Malzeme alışı",
        Module = "purchase-invoice",
        Lines =
        [
            Line("153.01", "MALZEME 1", "TİCARİ MALLAR", debit: "1000.00"),
            Line("191.20", "İNDİRİLECEK KDV %20", "İNDİRİLECEK KDV", debit: "200.00"),
            Line("320.05", "ŞİŞLİ GIDA LTD.", "SATICILAR", credit: "1200.00"),
        ],
    };

    public static VoucherLine Line(string account, string name, string mainName, string? debit = null, string? credit = null) => new()
    {
        Id = account + "#1",
        Account = account,
        AccountName = name,
        MainAccountName = mainName,
        Debit = debit is null ? AmountField.Absent : AmountField.Parse(debit),
        Credit = credit is null ? AmountField.Absent : AmountField.Parse(credit),
        Document = new SourceDocument { Type = "invoice", Number = "ABC2025000000001", Date = DateField.Parse("2025-01-09") },
    };

    /// <summary>The voucher with one line changed.</summary>
    public static Voucher WithLine(this Voucher voucher, int number, Func<VoucherLine, VoucherLine> change) =>
        voucher with { Lines = [.. voucher.Lines.Select((line, i) => i == number - 1 ? change(line) : line)] };

    /// <summary>The voucher with another document on every line.</summary>
    public static Voucher WithDocument(this Voucher voucher, SourceDocument? document) =>
        voucher with { Lines = [.. voucher.Lines.Select(line => line with { Document = document })] };
}
