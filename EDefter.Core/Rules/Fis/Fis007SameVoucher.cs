using System.Numerics;
using System.Runtime.InteropServices;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Fis;

/// <summary>
/// Two vouchers of one day with the same accounts, amounts and document numbers. Vouchers without a document number are left alone: two equal bank charges on one day are an ordinary thing.
/// Told at every voucher but the first in the journal’s order.
/// </summary>
public sealed class Fis007SameVoucher : MonthRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS007",
        Severity = Severity.Warning,
        Message = "Mükerrer fiş şüphesi: {fisNo} ile {digerFis} aynı tarih, hesap, tutar ve belge numarasını taşıyor.",
        Remedy = "İki fiş aynı işlemin kaydıysa birini ERP’de iptal edin; ayrı işlemlerse belge numaralarını kontrol edip notla kabul edin.",
        Source = "VUK 219, 227 (bir belge bir kez kaydedilir); GİB e-Defter Uygulama Kılavuzu 22",
    };

    public override MonthPass Begin(CheckContext context) => new Pass(this);

    // The same lines in another order are the same voucher, so the lines' identities are added up.
    private static bool TryKey(VoucherFacts voucher, out ulong key)
    {
        key = 0;
        if (voucher.Kind is VoucherKind.Opening or VoucherKind.Closing || voucher.Date is not { } date || !HasNumber(voucher))
            return false;
        foreach (ref readonly var line in voucher.Lines)
            key += TextHash.Then(TextHash.Then(Amounts(in line), line.Line.Account), line.Document?.Number);

        key = TextHash.Then((ulong)date.DayNumber, key);
        return true;
    }

    private static bool HasNumber(VoucherFacts voucher)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Document?.Number is { Length: > 0 })
                return true;
        }

        return false;
    }

    // 100 on the debit side is another identity than 100 on the credit side.
    private static ulong Amounts(in LineFacts line) => BitOperations.RotateLeft(Bits(line.Debit), 1) ^ Bits(line.Credit);

    // 1000.0 and 1000.00 are the same amount.
    private static ulong Bits(decimal amount) => amount == 0 ? 0 : BitConverter.DoubleToUInt64Bits((double)amount);

    private sealed class Pass(Fis007SameVoucher rule) : MonthPass
    {
        // Of the day at hand alone: vouchers come in the order of the days, and those of two days are never the same.
        private readonly Dictionary<ulong, Seen> first = [];
        private readonly Dictionary<ulong, List<Seen>> again = [];
        private DateOnly? day;

        public override void Observe(VoucherFacts voucher, FindingSink findings)
        {
            if (!TryKey(voucher, out var key))
                return;
            if (day != voucher.Date)
                first.Clear();
            day = voucher.Date;
            var seen = new Seen(voucher.Voucher.Id, voucher.Voucher.Number, voucher.Date!.Value);
            if (first.TryAdd(key, seen))
                return;
            if (!again.TryGetValue(key, out var others))
                again.Add(key, others = [first[key]]);
            others.Add(seen);
        }

        // The day at hand ends with the part: no other has vouchers of it.
        public override void Save(BinaryWriter writer)
        {
            writer.Write(again.Count);
            foreach (var (key, same) in again)
            {
                writer.Write(key);
                writer.WriteNames([.. same.Select(static one => new VoucherName(one.Id, one.Number, one.Date))]);
            }
        }

        public override void Join(BinaryReader reader)
        {
            for (var left = reader.ReadInt32(); left > 0; left--)
                again.Add(reader.ReadUInt64(), [.. reader.ReadNames().Select(static name => new Seen(name.Id, name.Number, name.Date))]);
        }

        public override void Finish(FindingSink findings)
        {
            foreach (var same in again.Values)
                same.Sort(Compare);
            foreach (var same in again.Values.OrderBy(static same => same[0], Comparer<Seen>.Create(Compare)))
            {
                foreach (var other in same.Skip(1))
                    findings.Add(rule, other.Id, other.Number, other.Date, line: null, "lines", ("fisNo", other.Beside(same[0])), ("digerFis", same[0].Beside(other)));
            }
        }

        private static int Compare(Seen left, Seen right)
        {
            var byDate = left.Date.CompareTo(right.Date);
            if (byDate != 0)
                return byDate;
            var byNumber = VoucherOrder.CompareNumbers(left.Name, right.Name);
            return byNumber != 0 ? byNumber : string.CompareOrdinal(left.Id, right.Id);
        }

        [StructLayout(LayoutKind.Auto)]
        private readonly record struct Seen(string Id, string? Number, DateOnly Date)
        {
            public string Name => string.IsNullOrWhiteSpace(Number) ? Id : Number;

            // Two vouchers of one number are told apart by the ERP's ids.
            public string Beside(in Seen other) => string.Equals(Name, other.Name, StringComparison.Ordinal) ? $"{Name} (kaynak no {Id})" : Name;
        }
    }
}
