using System.Runtime.InteropServices;
using EDefter.Core.Companies;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Fis;

/// <summary>The same fiş no twice within a kind and a fiscal year, as far as the range checked shows. Told once for a number, at the last voucher that carries it.</summary>
public sealed class Fis008DuplicateNumber : MonthRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS008",
        Severity = Severity.Warning,
        RepairClass = RepairClass.C,
        Message = "Fiş numarası mükerrer: {fisNo} ({adet} adet).",
        Remedy = "Aynı fiş iki kez aktarılmışsa birini ERP’de iptal edin; ayrı fişlerse sonrakine ERP’de yeni numara verin. Bilerek böyleyse notla onaylayın.",
        Source = "GİB e-Defter Uygulama Kılavuzu 17, 23 (fiş no serbest metindir, tekilliği GİB denetlemez); Elektronik Muhasebe Fişi Kılavuzu",
    };

    public override MonthPass Begin(CheckContext context) => new Pass(this, context);

    private sealed class Pass(Fis008DuplicateNumber rule, CheckContext context) : MonthPass
    {
        private readonly Dictionary<string, Seen>[] byKind = [.. Enum.GetValues<VoucherKind>().Select(_ => new Dictionary<string, Seen>(StringComparer.Ordinal))];
        private FiscalYear? year;

        public override void Observe(VoucherFacts voucher, FindingSink findings)
        {
            if (voucher.Kind is not { } kind || string.IsNullOrWhiteSpace(voucher.Voucher.Number) || voucher.Date is not { } date)
                return;
            StartYearOf(date, findings);
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(byKind[(int)kind], voucher.Voucher.Number, out var known);
            if (!known || date > seen.Date || (date == seen.Date && string.CompareOrdinal(voucher.Voucher.Id, seen.Id) > 0))
                seen = new Seen(voucher.Voucher.Id, date, seen.Count + 1);
            else
                seen = seen with { Count = seen.Count + 1 };
        }

        public override void Finish(FindingSink findings)
        {
            foreach (var numbers in byKind)
            {
                var duplicates = numbers.Where(static pair => pair.Value.Count > 1).ToArray();
                Array.Sort(duplicates, static (left, right) => VoucherOrder.CompareNumbers(left.Key, right.Key));
                foreach (var (number, seen) in duplicates)
                    findings.Add(rule, seen.Id, number, seen.Date, line: null, "number", ("fisNo", number), ("adet", TurkishText.Count(seen.Count)));
                numbers.Clear();
            }
        }

        // ERPs restart fiş numbers with the fiscal year; a range across two years must not call that a duplicate.
        private void StartYearOf(DateOnly date, FindingSink findings)
        {
            if (year is not null && year.Contains(date))
                return;
            if (year is not null)
                Finish(findings);
            year = context.Company.YearOf(date) ?? year;
        }

        [StructLayout(LayoutKind.Auto)]
        private readonly record struct Seen(string Id, DateOnly Date, int Count);
    }
}
