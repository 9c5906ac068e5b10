using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>What repairs may know beside the voucher.</summary>
public sealed record RepairContext(CheckContext Check)
{
    public RulePack Pack => Check.Pack;

    public RepairPolicy Policy => Check.Company.RepairPolicy;

    public ChartOfAccounts? Chart => Check.Chart;

    private ChartTree? tree;

    /// <summary>The chart as a tree; null when the company sent none.</summary>
    internal ChartTree? Tree => tree ??= Chart is { } chart ? new ChartTree(chart) : null;

    /// <summary>What the vouchers seen so far tell of accounts.</summary>
    internal AccountUses Uses { get; } = new();

    /// <summary>The document that vouchers of an ERP module rest on: the company's own map first, then the pack's; null when neither knows the module.</summary>
    public ModuleDocument? DocumentOf(string? module) => Check.DocumentOf(module);
}
