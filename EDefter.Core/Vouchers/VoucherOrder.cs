namespace EDefter.Core.Vouchers;

/// <summary>
/// The one order of a journal: date; then kind, with the opening voucher first and the closing voucher last; then fiş no,
/// digit runs compared by value and the rest ordinally; then the ERP's id. A total order over different ids, independent of arrival.
/// </summary>
public static class VoucherOrder
{
    public static int Compare(Voucher left, Voucher right)
    {
        var byDate = Nullable.Compare(left.Date.Value, right.Date.Value);
        if (byDate != 0)
            return byDate;
        var byKind = Rank(left).CompareTo(Rank(right));
        if (byKind != 0)
            return byKind;
        var byNumber = CompareNumbers(left.Number ?? string.Empty, right.Number ?? string.Empty);
        return byNumber != 0 ? byNumber : string.CompareOrdinal(left.Id, right.Id);
    }

    /// <summary>Compares two voucher numbers: "9" before "10", "A-2" before "A-10"; equal values with different leading zeros fall back to ordinal order.</summary>
    public static int CompareNumbers(string left, string right)
    {
        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            if (char.IsAsciiDigit(left[i]) && char.IsAsciiDigit(right[j]))
            {
                var leftRun = DigitRun(left, ref i);
                var rightRun = DigitRun(right, ref j);
                var byLength = leftRun.Length.CompareTo(rightRun.Length);
                if (byLength != 0)
                    return byLength;
                var byValue = leftRun.SequenceCompareTo(rightRun);
                if (byValue != 0)
                    return byValue;
                continue;
            }

            var byCharacter = left[i].CompareTo(right[j]);
            if (byCharacter != 0)
                return byCharacter;
            i++;
            j++;
        }

        var byRest = (left.Length - i).CompareTo(right.Length - j);
        return byRest != 0 ? byRest : string.CompareOrdinal(left, right);
    }

    // An unknown kind sorts where mahsup does: it is a finding (FIS011) and can never be numbered.
    private static int Rank(Voucher voucher) => (int)(VoucherKinds.Parse(voucher.Kind) ?? VoucherKind.Mahsup);

    private static ReadOnlySpan<char> DigitRun(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        var run = text.AsSpan(start, at - start).TrimStart('0');
        return run;
    }
}
