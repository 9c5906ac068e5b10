using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>HES006: the name of the one partner that the account's lines name, else of the account's card, else the name above it with its code.</summary>
internal sealed class NameSubAccount : ChartRepair
{
    public override string Code => "HES006";

    public override RepairClass Class => RepairClass.B;

    public override ChartProposal? Propose(Finding finding, RepairContext context)
    {
        if (!finding.Values.TryGetValue(AccountPlace, out var account))
            return null;
        var present = context.Chart?.Find(account);
        if (context.Uses.Find(account)?.Partner is { } partner)
            return Name(account, present, partner, $"{account} hesabının adı yok; aydaki satırlarında tek cari var, adı ondan alınır.");
        if (present?.PartnerTaxId is { Length: > 0 } taxId && OfCard(taxId, context.Chart!) is { } card)
            return Name(account, present, card, $"{account} hesabının adı yok; aynı vergi numaralı cari hesabın adı yazılır.");
        return ChartLevels.ByParent(account, context.Chart) is { } name
            ? Name(account, present, name, $"{account} hesabının adı yok; üst hesabının adı ve hesabın kodu yazılır.")
            : null;
    }

    private static ChartProposal? Name(string account, ChartAccount? present, string name, string why) =>
        LegalText.IsLegal(name) ? new ChartProposal(account, ChartField.Name, present is null ? null : present.Name ?? string.Empty, name, why) : null;

    private static string? OfCard(string taxId, ChartOfAccounts chart)
    {
        var names = chart.Accounts.Where(account => string.Equals(account.PartnerTaxId, taxId, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(account.Name)).Select(static account => account.Name!).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return names.Count == 1 ? names[0] : null;
    }
}
