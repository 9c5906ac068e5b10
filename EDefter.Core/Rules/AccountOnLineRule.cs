using EDefter.Core.Companies;

namespace EDefter.Core.Rules;

/// <summary>A rule that judges an account by how lines use it, so that a million lines are judged as seldom as their uses differ (<see cref="AccountsOnLines"/>).</summary>
public abstract class AccountOnLineRule : AccountRule
{
    public sealed override bool IsFaulty(CheckContext context, in LineFacts line, out string account, out string reason) => IsFaulty(context, line.Use, out account, out reason);

    /// <summary>Judges a use of an account.</summary>
    /// <param name="context">What a rule may know.</param>
    /// <param name="use">The use.</param>
    /// <param name="account">Code that the fault is told of.</param>
    /// <param name="reason">What is wrong, for rules that know several faults; else empty.</param>
    protected abstract bool IsFaulty(CheckContext context, in AccountOnLine use, out string account, out string reason);
}
