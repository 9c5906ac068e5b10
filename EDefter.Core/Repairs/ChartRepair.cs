using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>Mends the company's hesap planı instead of a voucher; offered once per account however many lines speak of it.</summary>
public abstract class ChartRepair
{
    /// <summary>The place of the rules' messages that holds the account.</summary>
    protected internal const string AccountPlace = "hesap";

    /// <summary>The rule it answers.</summary>
    public abstract string Code { get; }

    public abstract RepairClass Class { get; }

    /// <returns>Null when it cannot be mended safely.</returns>
    public abstract ChartProposal? Propose(Finding finding, RepairContext context);
}
