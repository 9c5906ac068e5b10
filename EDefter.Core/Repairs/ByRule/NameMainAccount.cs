using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>HES005: the name of a main account as the Tekdüzen Hesap Planı writes it, put into the company's chart.</summary>
internal sealed class NameMainAccount : ChartRepair
{
    /// <summary>The place of the rule's message that holds the main account.</summary>
    private const string Place = "anaHesap";

    public override string Code => "HES005";

    public override RepairClass Class => RepairClass.A;

    public override ChartProposal? Propose(Finding finding, RepairContext context)
    {
        if (!finding.Values.TryGetValue(Place, out var code) || UniformChart.Find(code) is not { } uniform)
            return null;
        var before = context.Chart?.Find(code) is { } present ? present.Name ?? string.Empty : null;
        return string.IsNullOrWhiteSpace(before)
            ? new ChartProposal(code, ChartField.Name, before, uniform.Name, $"{code} hesabının adı yok; Tekdüzen Hesap Planı’ndaki adı yazılır.")
            : null;
    }
}
