using EDefter.Core.Companies;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Fis;

/// <summary>The same fiş no twice within a kind and a fiscal year, also when the other voucher lies in an earlier month. Told once for a number, at the last voucher of the range that carries it.</summary>
public sealed class Fis008DuplicateNumber : MonthRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS008",
        Severity = Severity.Warning,
        RepairClass = RepairClass.C,
        Message = "Fiş numarası mükerrer: {fisNo} ({adet} adet{donem}).",
        Remedy = "Aynı fiş iki kez aktarılmışsa birini ERP’de iptal edin; ayrı fişlerse sonrakine ERP’de yeni numara verin ya da önerilen boş numarayı seçin. Bilerek böyleyse notla kabul edin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 17, 23 (fiş no serbest metindir, tekilliği GİB denetlemez); Elektronik Muhasebe Fişi Kılavuzu",
    };

    public override MonthPass Begin(CheckContext context) => new Pass(this, context);

    private sealed class Pass(Fis008DuplicateNumber rule, CheckContext context) : MonthPass
    {
        private readonly SeenNumbers[] byKind = [.. Enum.GetValues<VoucherKind>().Select(static kind => new SeenNumbers(kind))];
        private FiscalYear? year;

        public override void Observe(VoucherFacts voucher, FindingSink findings)
        {
            if (voucher.Kind is not { } kind || string.IsNullOrWhiteSpace(voucher.Voucher.Number) || voucher.Date is not { } date)
                return;
            StartYearOf(date, findings);
            Take(kind, voucher.Voucher.Number, voucher.Voucher.Id, date);
            // The entries of a divided voucher take numbers of their own, and the number that the ERP gave it stays taken too.
            if (voucher.Part == 1)
                Take(kind, voucher.NumberInErp!, voucher.Voucher.Id, date);
        }

        public override void Finish(FindingSink findings)
        {
            var before = context.YearToDate is { Months.Count: > 0 } earlier && year == context.FiscalYear ? earlier : null;
            foreach (var kind in Enum.GetValues<VoucherKind>())
            {
                var numbers = byKind[(int)kind];
                var elsewhere = before?.MonthsOf(numbers.Keys(), static month => month.Numbers);
                var duplicates = numbers.Where(key => elsewhere?.ContainsKey(key) is true);
                duplicates.Sort(static (left, right) => VoucherOrder.CompareNumbers(left.Number, right.Number));
                foreach (var seen in duplicates)
                    Tell(seen, elsewhere?.GetValueOrDefault(seen.Key), findings);
                byKind[(int)kind] = new SeenNumbers(kind);
            }
        }

        public override void Save(BinaryWriter writer)
        {
            writer.Write(year is not null);
            writer.WriteDay(year?.Start ?? default);
            foreach (var numbers in byKind)
            {
                writer.Write(numbers.Count);
                foreach (var seen in numbers.All())
                {
                    writer.Write(seen.Number);
                    writer.Write(seen.Id);
                    writer.WriteDay(seen.Date);
                    writer.Write(seen.Count);
                }
            }
        }

        // Passes of different fiscal years cannot be joined: numbers begin again with the year, and what was before it is told already.
        public override void Join(BinaryReader reader)
        {
            var isKnown = reader.ReadBoolean();
            var start = reader.ReadDay();
            if (isKnown && year is not null && year.Start != start)
                throw new InvalidDataException($"A part of the fiscal year of {start:O} was joined to one of {year.Start:O}.");
            if (isKnown)
                year ??= context.Company.YearOf(start);
            foreach (var kind in Enum.GetValues<VoucherKind>())
            {
                for (var left = reader.ReadInt32(); left > 0; left--)
                    byKind[(int)kind].Add(reader.ReadString(), reader.ReadString(), reader.ReadDay(), reader.ReadInt32());
            }
        }

        private void Take(VoucherKind kind, string number, string id, DateOnly date) => byKind[(int)kind].Add(number, id, date, count: 1);

        private void Tell(SeenNumber seen, IReadOnlyList<Period>? elsewhere, FindingSink findings)
        {
            var count = seen.Count + (elsewhere?.Count ?? 0);
            var months = elsewhere is null ? string.Empty : $", {TurkishText.Count(elsewhere.Count)} adedi {YearToDate.Tell([.. elsewhere.Distinct()])}";
            findings.Add(rule, seen.Id, seen.Number, seen.Date, line: null, "number", ("fisNo", seen.Number), ("adet", TurkishText.Count(count)), ("donem", months));
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
    }
}
