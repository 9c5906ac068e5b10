using System.Globalization;
using System.Runtime.InteropServices;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Trails;

/// <summary>Slips of the hand in one line: booked twice, on the wrong side, two digits swapped, the decimal point moved.</summary>
internal static class AmountSlips
{
    private static readonly decimal[] Shifts = [10m, 100m];

    public static void Add(VoucherFacts voucher, List<Slip> slips)
    {
        var difference = decimal.Abs(voucher.Debit - voucher.Credit);
        var firstOfKind = new Dictionary<(string? Account, bool IsDebit), int>();
        foreach (ref readonly var line in voucher.Lines)
        {
            if (BalanceTrail.AmountOf(in line) is not { } amount)
                continue;
            if (BalanceTrail.IsOnHeavierSide(voucher, in line))
                AddWholeLine(firstOfKind, in line, amount, difference, slips);
            AddMistyped(voucher, in line, amount, slips);
        }
    }

    // Only a line on the heavier side can be too much there, or belong on the other.
    private static void AddWholeLine(Dictionary<(string? Account, bool IsDebit), int> firstOfKind, in LineFacts line, decimal amount, decimal difference, List<Slip> slips)
    {
        var number = Wording.LineNumber(in line);
        if (amount * 2 == difference)
            slips.Add(new Slip(SlipKind.WrongSide, line.Number, $"{number}. satırın tutarı ({TurkishText.Amount(amount)} TL) farkın yarısı: bu satır ters tarafa yazılmış olabilir."));
        if (amount != difference)
            return;
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(firstOfKind, (line.Line.Account, line.Debit > 0), out var isTwin);
        if (isTwin)
            slips.Add(new Slip(SlipKind.Twin, line.Number, $"{first.ToString(CultureInfo.InvariantCulture)}. ve {number}. satırlar aynı hesapta ve aynı tutarda, tutarları farka eşit ({TurkishText.Amount(amount)} TL): satır iki kez girilmiş olabilir."));
        else
            first = line.Number;
        slips.Add(new Slip(SlipKind.WholeLine, line.Number, $"{number}. satırın tutarı farka eşit ({TurkishText.Amount(amount)} TL): bu satır fazladan girilmiş ya da karşı satırı eksik olabilir."));
    }

    private static void AddMistyped(VoucherFacts voucher, in LineFacts line, decimal amount, List<Slip> slips)
    {
        var needed = BalanceTrail.Needed(voucher, in line);
        if (needed <= 0 || Kurus(amount) is not { } written || Kurus(needed) is not { } right)
            return;
        foreach (var shift in Shifts)
        {
            if (amount == needed * shift || needed == amount * shift)
                slips.Add(new Slip(SlipKind.DecimalPoint, line.Number, Sentence(in line, "virgül kaymış", amount, needed)));
        }

        if (SwapDistance(written, right) is { } distance)
            slips.Add(new Slip(distance == 1 ? SlipKind.SwappedNeighbours : SlipKind.SwappedDigits, line.Number, Sentence(in line, "iki rakam yer değiştirmiş", amount, needed)));
    }

    private static string Sentence(in LineFacts line, string slip, decimal written, decimal right) =>
        $"{Wording.LineNumber(in line)}. satırda {slip} olabilir: {TurkishText.Amount(written)} yerine {TurkishText.Amount(right)} TL olsaydı fiş denk olurdu.";

    private static long? Kurus(decimal amount) => decimal.Truncate(amount * 100) == amount * 100 && amount < VoucherFacts.AmountLimit ? (long)(amount * 100) : null;

    // Swapping two digits changes a number by a multiple of nine; the digits decide.
    private static int? SwapDistance(long written, long right)
    {
        if (written == right || (written - right) % 9 != 0)
            return null;
        var (from, to) = (written.ToString(CultureInfo.InvariantCulture), right.ToString(CultureInfo.InvariantCulture));
        if (from.Length != to.Length)
            return null;
        int first = -1, second = -1;
        for (var i = 0; i < from.Length; i++)
        {
            if (from[i] == to[i])
                continue;
            if (second >= 0)
                return null;
            if (first < 0)
                first = i;
            else
                second = i;
        }

        return second >= 0 && from[first] == to[second] && from[second] == to[first] ? second - first : null;
    }
}
