using System.Runtime.InteropServices;
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
        Remedy = "Aynı fiş iki kez aktarılmışsa birini ERP’de iptal edin; ayrı fişlerse sonrakine ERP’de yeni numara verin. Bilerek böyleyse notla kabul edin.",
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
                var elsewhere = before is null ? null : Elsewhere(before, kind, numbers.Keys);
                var duplicates = numbers.Where(pair => pair.Value.Count > 1 || elsewhere?.ContainsKey(pair.Key) is true).ToArray();
                Array.Sort(duplicates, static (left, right) => VoucherOrder.CompareNumbers(left.Key, right.Key));
                foreach (var (number, seen) in duplicates)
                    Tell(number, seen, elsewhere?.GetValueOrDefault(number), findings);
                numbers.Clear();
            }
        }

        public override void Save(BinaryWriter writer)
        {
            writer.Write(year is not null);
            writer.WriteDay(year?.Start ?? default);
            foreach (var numbers in byKind)
            {
                writer.Write(numbers.Count);
                foreach (var (number, seen) in numbers)
                {
                    writer.Write(number);
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
                    Take(kind, reader.ReadString(), new Seen(reader.ReadString(), reader.ReadDay(), reader.ReadInt32()));
            }
        }

        private void Take(VoucherKind kind, string number, string id, DateOnly date) => Take(kind, number, new Seen(id, date, Count: 1));

        private void Take(VoucherKind kind, string number, Seen other)
        {
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(byKind[(int)kind], number, out var known);
            var isLater = !known || other.Date > seen.Date || (other.Date == seen.Date && string.CompareOrdinal(other.Id, seen.Id) > 0);
            seen = (isLater ? other : seen) with { Count = seen.Count + other.Count };
        }

        private void Tell(string number, Seen seen, IReadOnlyList<Period>? elsewhere, FindingSink findings)
        {
            var count = seen.Count + (elsewhere?.Count ?? 0);
            var months = elsewhere is null ? string.Empty : $", {TurkishText.Count(elsewhere.Count)} adedi {YearToDate.Tell([.. elsewhere.Distinct()])}";
            findings.Add(rule, seen.Id, number, seen.Date, line: null, "number", ("fisNo", number), ("adet", TurkishText.Count(count)), ("donem", months));
        }

        // Numbers of the range that earlier months hold too, each with the months, one entry for every voucher there.
        private static Dictionary<string, IReadOnlyList<Period>> Elsewhere(YearToDate before, VoucherKind kind, IReadOnlyCollection<string> numbers)
        {
            string[] texts = [.. numbers];
            ulong[] keys = [.. texts.Select(text => MonthAggregates.NumberKey(kind, text))];
            Array.Sort(keys, texts);
            var elsewhere = new Dictionary<string, IReadOnlyList<Period>>(StringComparer.Ordinal);
            foreach (var (key, months) in before.MonthsOf(keys, static month => month.Numbers))
                elsewhere.Add(texts[Array.BinarySearch(keys, key)], months);
            return elsewhere;
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
