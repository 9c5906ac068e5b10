using System.Runtime.InteropServices;

namespace EDefter.Core.Rules;

/// <summary>The faulty accounts of one <see cref="AccountRule"/> during one check; grows with faulty accounts, not with lines.</summary>
internal sealed class AccountPass(AccountRule rule, CheckContext context) : MonthPass
{
    private readonly Dictionary<(string Account, string Reason), AccountFault> faults = [];

    /// <summary>The rule judges by <see cref="Companies.AccountOnLine"/> alone.</summary>
    public bool JudgesByLine => rule is AccountOnLineRule;

    public override void Observe(VoucherFacts voucher, FindingSink findings)
    {
        foreach (ref readonly var line in voucher.Lines)
            Observe(voucher, in line);
    }

    /// <summary>One line; for <see cref="AccountsOnLines"/>, which does not show every line.</summary>
    /// <returns>Whether the rule found its account faulty.</returns>
    public bool Observe(VoucherFacts voucher, in LineFacts line)
    {
        if (!rule.IsFaulty(context, in line, out var account, out var reason))
            return false;
        Remember(new AccountFault(account, reason, Lines: 1, voucher.Date, voucher.Voucher.Id, voucher.Voucher.Number, line.PlaceInVoucher));
        return true;
    }

    // A voucher of the drawer uses its accounts too: its faults would otherwise show only after its date was mended.
    public override void ObserveUndated(VoucherFacts voucher, FindingSink findings) => Observe(voucher, findings);

    public override void Finish(FindingSink findings)
    {
        foreach (var fault in faults.Values.OrderBy(fault => fault.Account, StringComparer.Ordinal).ThenBy(fault => fault.Reason, StringComparer.Ordinal))
            rule.Tell(fault, findings);
    }

    public override void Save(BinaryWriter writer)
    {
        writer.Write(faults.Count);
        foreach (var fault in faults.Values)
            fault.Save(writer);
    }

    public override void Join(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
            Remember(AccountFault.Read(reader));
    }

    private void Remember(AccountFault seen)
    {
        ref var fault = ref CollectionsMarshal.GetValueRefOrAddDefault(faults, (seen.Account, seen.Reason), out var known);
        fault = known ? fault.With(seen) : seen;
    }
}
