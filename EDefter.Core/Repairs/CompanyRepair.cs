using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>Mends the company's profile instead of a voucher, where what is missing follows from what the profile says already.</summary>
public abstract class CompanyRepair
{
    /// <summary>The rule it answers.</summary>
    public abstract string Code { get; }

    public abstract RepairClass Class { get; }

    /// <summary>Everything that the rule can find fault with in the profile and that can be derived; empty when nothing can.</summary>
    public abstract IReadOnlyList<CompanyProposal> Propose(Company company);
}
