using System.Runtime.InteropServices;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>What vouchers tell of accounts. Memory grows with accounts and partners, not with vouchers.</summary>
internal sealed class AccountUses
{
    private readonly Dictionary<string, AccountUse> month = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Partner, string Account), int> elsewhere = [];

    /// <summary>A voucher of the month as it stands now.</summary>
    public void Observe(VoucherFacts voucher)
    {
        if (!voucher.InBook)
            return;
        foreach (ref readonly var line in voucher.Lines)
        {
            ref var use = ref CollectionsMarshal.GetValueRefOrAddDefault(month, line.Line.Account ?? string.Empty, out _);
            (use ??= new AccountUse()).Take(in line);
        }
    }

    /// <summary>A voucher of another month of the fiscal year: it tells on which account a partner is kept.</summary>
    public void ObserveElsewhere(VoucherFacts voucher)
    {
        if (!voucher.InBook)
            return;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Line is { Account: { Length: > 0 } account, Partner.TaxId: { Length: > 0 } partner })
                CollectionsMarshal.GetValueRefOrAddDefault(elsewhere, (partner, account), out _)++;
        }
    }

    /// <summary>Null when no line of the month stands on the account.</summary>
    public AccountUse? Find(string account) => month.GetValueOrDefault(account);

    /// <summary>How many lines of other months keep the partner on the account.</summary>
    public int CountElsewhere(string partner, string account) => elsewhere.GetValueOrDefault((partner, account));
}
