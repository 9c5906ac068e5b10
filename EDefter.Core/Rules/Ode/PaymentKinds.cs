using EDefter.Core.Text;

namespace EDefter.Core.Rules.Ode;

/// <summary>The five kinds of payment (GİB Kılavuz 27) and which accounts pay by which.</summary>
public static class PaymentKinds
{
    public const string Cash = "Nakit";
    public const string Bank = "Banka";
    public const string CreditCard = "Kredi Kartı";
    public const string Cheque = "Çek";
    public const string Note = "Senet";

    private static readonly string[] All = [Cash, Bank, CreditCard, Cheque, Note];

    /// <summary>The text is one of the five words, in whatever case ("nakit").</summary>
    public static bool IsKind(string method) =>
        method is Cash or Bank or CreditCard or Cheque or Note || Array.Exists(All, kind => TurkishWordComparer.Instance.Equals(kind, method));

    /// <summary>
    /// The kind by which a line's account pays or collects: the company's own map by the full code, then by the main account, then the pack's.
    /// </summary>
    /// <returns>Null for an account that neither pays nor collects (the company says so of its own by an empty word), and for a line of nothing, which is SAT001's.</returns>
    public static string? OfAccount(CheckContext context, in LineFacts line)
    {
        if (line.IsNothing)
            return null;
        if (context.Company.PaymentMap is { Count: > 0 } own && line.Line.Account is { Length: > 0 } account
            && (own.TryGetValue(account, out var said) || own.TryGetValue(line.MainAccount, out said)))
        {
            return string.IsNullOrWhiteSpace(said) ? null : said;
        }

        return context.Pack.PaymentAccounts.GetValueOrDefault(line.MainAccount);
    }

    /// <summary>The kind that a text means: itself when it is one of the five, else by the pack's dictionary, whole or by all its words that the dictionary knows.</summary>
    /// <returns>Null when no word is known, or when two words mean different kinds.</returns>
    public static string? Meant(RulePack pack, string method)
    {
        foreach (var kind in All)
        {
            if (TurkishWordComparer.Instance.Equals(kind, method))
                return kind;
        }

        if (pack.PaymentWords.TryGetValue(method, out var whole))
            return whole;
        string? meant = null;
        foreach (var word in TurkishWordComparer.Fold(method).Split(' '))
        {
            if (!pack.PaymentWords.TryGetValue(word, out var kind) || string.Equals(kind, meant, StringComparison.Ordinal))
                continue;
            if (meant is not null)
                return null;
            meant = kind;
        }

        return meant;
    }
}
