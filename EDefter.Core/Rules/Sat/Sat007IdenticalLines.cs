using System.Globalization;
using System.Runtime.InteropServices;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Sat;

/// <summary>
/// Lines of one voucher that say the same: account, side, amount and document. Lines that the ERP tells apart by their source document, partner,
/// branch or foreign amount do not. Told once for each set, at its first line.
/// </summary>
public sealed class Sat007IdenticalLines : VoucherRule
{
    // Up to here every pair is compared, which costs less than a set of keys.
    private const int PairwiseMax = 48;

    public override RuleInfo Info { get; } = new()
    {
        Code = "SAT007",
        Severity = Severity.Info,
        RepairClass = RepairClass.C,
        Message = "{fisNo}: birbirinin aynısı {adet} satır var ({hesap}, satır {satirlar}).",
        Remedy = "Satır iki kez aktarılmışsa fazlasını ERP’de silip fişi yeniden gönderin; gerçekten birden çok kalemse olduğu gibi bırakın.",
        Source = "Mükerrer aktarımın fark edilmesi için; bir mevzuat hükmü değildir",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Lines.Length > PairwiseMax)
            CheckMany(voucher, findings);
        else
            CheckPairs(voucher, findings);
    }

    // The given line included, in their order.
    private static List<int> SameAs(VoucherFacts voucher, int number)
    {
        var same = new List<int>();
        ref readonly var first = ref voucher.Lines[number - 1];
        foreach (ref readonly var line in voucher.Lines)
        {
            if (IsSame(in first, in line))
                same.Add(line.Number);
        }

        return same;
    }

    private void CheckPairs(VoucherFacts voucher, FindingSink findings)
    {
        for (var i = 0; i < voucher.Lines.Length - 1; i++)
        {
            if (!HasEqual(voucher, i, from: i + 1, to: voucher.Lines.Length) || HasEqual(voucher, i, from: 0, to: i))
                continue;
            Tell(voucher, SameAs(voucher, i + 1), findings);
        }
    }

    private static bool HasEqual(VoucherFacts voucher, int index, int from, int to)
    {
        ref readonly var line = ref voucher.Lines[index];
        for (var i = from; i < to; i++)
        {
            if (IsSame(in line, in voucher.Lines[i]))
                return true;
        }

        return false;
    }

    // Ten thousand lines compared pair by pair would take seconds.
    private void CheckMany(VoucherFacts voucher, FindingSink findings)
    {
        var first = new Dictionary<(string? Account, decimal Debit, decimal Credit), List<int>>(voucher.Lines.Length);
        foreach (ref readonly var line in voucher.Lines)
        {
            ref var like = ref CollectionsMarshal.GetValueRefOrAddDefault(first, (line.Line.Account, line.Debit, line.Credit), out _);
            (like ??= []).Add(line.Number);
        }

        foreach (var like in first.Values)
        {
            var told = new HashSet<int>();
            for (var i = 0; like.Count > 1 && i < like.Count; i++)
            {
                var number = like[i];
                if (told.Contains(number))
                    continue;
                var same = like.FindAll(other => IsSame(in voucher.Lines[number - 1], in voucher.Lines[other - 1]));
                told.UnionWith(same);
                if (same.Count > 1)
                    Tell(voucher, same, findings);
            }
        }
    }

    private void Tell(VoucherFacts voucher, List<int> same, FindingSink findings) =>
        findings.Add(
            this,
            voucher,
            same[0],
            "lines",
            ("fisNo", voucher.Name),
            ("adet", same.Count.ToString(CultureInfo.InvariantCulture)),
            ("hesap", Wording.OrEmpty(voucher.Lines[same[0] - 1].Line.Account)),
            ("satirlar", string.Join(", ", same.Select(number => voucher.PlaceInVoucher(number)))));

    // A line without an amount is SAT001's, one that cannot be read SAT005's.
    private static bool IsSame(in LineFacts left, in LineFacts right) =>
        left.Debit == right.Debit && left.Credit == right.Credit && left.Debit != left.Credit && left.Readable && right.Readable
        && string.Equals(left.Line.Account, right.Line.Account, StringComparison.Ordinal)
        && IsSame(left.Document, right.Document)
        && string.Equals(left.Line.SourceDocument, right.Line.SourceDocument, StringComparison.Ordinal)
        && string.Equals(left.Line.Branch, right.Line.Branch, StringComparison.Ordinal)
        && string.Equals(left.Line.BaseLine, right.Line.BaseLine, StringComparison.Ordinal)
        && left.Line.Partner == right.Line.Partner
        && left.Line.Original == right.Line.Original;

    private static bool IsSame(SourceDocument? left, SourceDocument? right) => ReferenceEquals(left, right) || left == right;
}
