using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;

namespace EDefter.Tests.Businesses;

/// <summary>What every company does at the turn of its months and years: opening, KDV closing, yansıtma, profit and loss, closing.</summary>
internal static class YearEnd
{
    private static readonly (string Costs, string Mirror, string Expense)[] Mirrors =
    [
        ("760", "761.01", "631.01"), ("770", "771.01", "632.01"), ("780", "781.01", "660.01"),
    ];

    public static Voucher Open(BusinessBook book, IEnumerable<(string Account, long Kurus)> balances)
    {
        var draft = BusinessBook.Draft("opening", "Açılış kaydı");
        long left = 0;
        foreach (var (account, kurus) in balances)
        {
            left += kurus;
            Add(draft, account, kurus, "Devreden bakiye");
        }

        Add(draft, "570.01", -left, "Devreden bakiye");
        return book.Post(draft, VoucherKind.Opening);
    }

    /// <summary>İndirilecek and hesaplanan KDV against each other; what is left is owed or carried over. It rests on no document.</summary>
    public static Voucher CloseVat(BusinessBook book)
    {
        var draft = BusinessBook.Draft("accrual", "Aylık KDV mahsubu");
        foreach (var account in book.Accounts("391").Concat(book.Accounts("191")).Concat(book.Accounts("190")))
            Add(draft, account, -book.Balance(account), "KDV mahsubu");
        var left = draft.Lines.Sum(line => line.DebitKurus - line.CreditKurus);
        Add(draft, left > 0 ? "360.05" : "190.01", -left, left > 0 ? "Ödenecek KDV" : "Devreden KDV");
        return book.Post(draft);
    }

    /// <summary>The month's costs of general management, marketing and finance.</summary>
    public static IEnumerable<Voucher> Mirror(BusinessBook book)
    {
        foreach (var (costs, mirror, expense) in Mirrors)
        {
            var total = book.BalanceOf(costs) + book.Balance(mirror);
            if (total > 0)
                yield return book.Post(BusinessBook.Draft("reflection", "Aylık gider yansıtma").Debit(expense, total, "Yansıtma").Credit(mirror, total, "Yansıtma"));
        }
    }

    public static IEnumerable<Voucher> Close(BusinessBook book)
    {
        foreach (var group in (string[])["71", "72", "73", "76", "77", "78"])
        {
            if (book.Accounts(group).Count > 0)
                yield return book.Post(Against(book, group, to: null, "Maliyet hesaplarının kapatılması"));
        }

        yield return book.Post(Against(book, "6", "690.01", "Sonuç hesaplarının kapatılması"));
        var profit = -book.Balance("690.01");
        yield return book.Post(Move(book, "690.01", "692.01", profit, "Dönem kârı veya zararı"));
        yield return book.Post(Move(book, "692.01", profit > 0 ? "590.01" : "591.01", profit, "Dönem net kârı veya zararı"));
        var closing = BusinessBook.Draft("closing", "Kapanış kaydı");
        foreach (var account in book.Accounts(string.Empty))
            Add(closing, account, -book.Balance(account), "Kapanış");
        yield return book.Post(closing, VoucherKind.Closing);
    }

    public static void Add(SampleDraft draft, string account, long kurus, string text)
    {
        if (kurus > 0)
            draft.Debit(account, kurus, text);
        else
            draft.Credit(account, -kurus, text);
    }

    private static SampleDraft Move(BusinessBook book, string from, string to, long profit, string text)
    {
        var draft = BusinessBook.Draft("accrual", text);
        Add(draft, from, profit, text);
        Add(draft, to, -profit, text);
        return draft;
    }

    private static SampleDraft Against(BusinessBook book, string prefix, string? to, string text)
    {
        var draft = BusinessBook.Draft(to is null ? "reflection" : "accrual", text);
        foreach (var account in book.Accounts(prefix))
            Add(draft, account, -book.Balance(account), text);
        if (to is not null)
            Add(draft, to, -draft.Lines.Sum(line => line.DebitKurus - line.CreditKurus), text);
        return draft;
    }
}
