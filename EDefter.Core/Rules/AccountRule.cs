namespace EDefter.Core.Rules;

/// <summary>
/// A rule about an account rather than about the line that uses it: an account is told once in a check, with the number of lines that use it and
/// the first of them as an example.
/// </summary>
public abstract class AccountRule : MonthRule
{
    public sealed override MonthPass Begin(CheckContext context) => new AccountPass(this, context);

    /// <summary>Judges a line's account. Runs for every line: no allocation unless the account is faulty.</summary>
    /// <param name="context">What a rule may know.</param>
    /// <param name="line">The line.</param>
    /// <param name="account">Code that the fault is told of.</param>
    /// <param name="reason">What is wrong, for rules that know several faults; else empty.</param>
    public abstract bool IsFaulty(CheckContext context, in LineFacts line, out string account, out string reason);

    /// <summary>Tells the fault of one account.</summary>
    public abstract void Tell(AccountFault fault, FindingSink findings);
}
