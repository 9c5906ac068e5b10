namespace EDefter.Core.Rules.Kdv;

/// <summary>What the KDV rules share: which accounts do what, and what a voucher's KDV stands on.</summary>
internal static class VatAccounts
{
    // Folded. Of water only whole expressions: the two letters stand in many words.
    private static readonly string[] UtilityWords = ["TELEFON", "TELEKOM", "GSM", "INTERNET", "HABERLESME", "ILETISIM", "ELEKTRIK", "DOGALGAZ", "DOGAL GAZ", "SU FATURA", "SU BEDEL", "SU GIDER", "ATIK SU", "ATIKSU"];

    public static VatRole RoleOf(string mainAccount) => mainAccount switch
    {
        "191" => VatRole.Deductible,
        "391" => VatRole.Computed,
        "190" or "192" or "193" or "360" or "361" or "368" or "392" => VatRole.Settlement,
        "159" or "179" or "259" or "269" or "340" or "349" or "440" or "449" => VatRole.Advance,
        "301" or "302" or "401" or "402" => VatRole.Advance,
        "195" or "196" or "393" => VatRole.Payment,
        ['1', '0' or '2' or '3', ..] or ['2', '2' or '3', ..] or ['3', '0' or '2' or '3', ..] or ['4', '0' or '2' or '3', ..] => VatRole.Payment,
        _ => VatRole.Base,
    };

    public static bool IsVat(string mainAccount) => mainAccount is "191" or "391";

    /// <summary>
    /// A voucher that moves KDV and computes none: both 191 and 391 (the month's set-off), one of them against 190, 192, 193, 360, 361, 368 or 392 on
    /// the other side with no base (set-off, the buyer's withheld KDV), or nothing but KDV accounts.
    /// </summary>
    public static bool IsSettlement(VoucherFacts voucher)
    {
        bool deductible = false, computed = false, vatDebit = false, vatCredit = false, settledDebit = false, settledCredit = false, other = false, hasBase = false;
        foreach (ref readonly var line in voucher.Lines)
        {
            var role = RoleOf(line.MainAccount);
            deductible |= role is VatRole.Deductible;
            computed |= role is VatRole.Computed;
            if (role is VatRole.Deductible or VatRole.Computed)
            {
                vatDebit |= line.Debit > 0;
                vatCredit |= line.Credit > 0;
            }
            else if (role is VatRole.Settlement)
            {
                settledDebit |= line.Debit > 0;
                settledCredit |= line.Credit > 0;
            }
            else
            {
                other = true;
                hasBase |= role is VatRole.Base;
            }
        }

        return (deductible && computed) || !other || (!hasBase && ((vatDebit && settledCredit) || (vatCredit && settledDebit)));
    }

    /// <summary>The month's set-off, or the same taken back: both 191 and 391, and nothing but KDV and the accounts that it is carried to.</summary>
    public static bool IsSetOff(VoucherFacts voucher)
    {
        bool deductible = false, computed = false;
        foreach (ref readonly var line in voucher.Lines)
        {
            var role = RoleOf(line.MainAccount);
            if (role is not (VatRole.Deductible or VatRole.Computed or VatRole.Settlement))
                return false;
            deductible |= role is VatRole.Deductible;
            computed |= role is VatRole.Computed;
        }

        return deductible && computed;
    }

    /// <summary>A bill for telephone, internet, electricity, gas or water, as some text of the voucher says.</summary>
    public static bool IsOfUtility(VoucherFacts voucher)
    {
        foreach (var word in UtilityWords)
        {
            if (Mentions(voucher, word))
                return true;
        }

        return false;
    }

    /// <summary>Some text of the voucher holds the word, folded capital letters: evidence of what only words say (GÜMRÜK, TEVKİFAT).</summary>
    public static bool Mentions(VoucherFacts voucher, string word)
    {
        if (Holds(voucher.Voucher.Comment, word) || Holds(voucher.Voucher.Module, word) || Holds(voucher.Voucher.Document?.TypeDescription, word))
            return true;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (Holds(line.Line.AccountName, word) || Holds(line.Line.Description, word) || Holds(line.Line.Document?.TypeDescription, word) || Holds(line.Line.Partner?.Name, word))
                return true;
        }

        return false;
    }

    private static bool Holds(string? text, string word) => text is { Length: > 0 } && Text.TurkishWordComparer.Fold(text).Contains(word, StringComparison.Ordinal);
}
