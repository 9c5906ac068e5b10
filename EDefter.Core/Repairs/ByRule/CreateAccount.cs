using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>HES002: an account that the chart lacks is created under the account above it, with a name that a person chooses.</summary>
internal sealed class CreateAccount : ChartRepair
{
    public override string Code => "HES002";

    public override RepairClass Class => RepairClass.C;

    public override ChartProposal? Propose(Finding finding, RepairContext context)
    {
        if (!finding.Values.TryGetValue(AccountPlace, out var account) || context.Chart is not { } chart || chart.Find(account) is not null || ChartLevels.Above(account) is not { } parent)
            return null;
        var missing = chart.Find(parent) is null ? ChartLevels.MissingAbove(account, context) : null;
        // Under an account that lines stand on, a new one would make those lines wrong.
        if ((chart.Find(parent) is null && missing is null) || context.Uses.Find(parent) is not null)
            return null;
        var use = context.Uses.Find(account);
        string[] names = [.. new[] { use?.Partner, use?.Name, ChartLevels.ByParent(account, chart) }.OfType<string>().Where(LegalText.IsLegal).Distinct(StringComparer.Ordinal)];
        return names.Length == 0
            ? null
            : new ChartProposal(account, ChartField.Name, Before: null, After: null, $"{account} hesabı hesap planında yok; {parent} hesabının altına seçilen adla eklenir. Hesap kodu yanlışsa bunu seçmeyin, fişi ERP’de düzeltin.")
            {
                Candidates = names,
                Needs = missing?.Account,
            };
    }
}
