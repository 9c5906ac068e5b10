namespace EDefter.Core.Repairs;

/// <summary>The month's turnover of an account that a plan changes, in lira, before and after all changes of classes A and B.</summary>
/// <param name="Account">Account code as booked.</param>
/// <param name="DebitBefore">Debit as the month stands.</param>
/// <param name="DebitAfter">Debit after the plan.</param>
/// <param name="CreditBefore">Credit as the month stands.</param>
/// <param name="CreditAfter">Credit after the plan.</param>
public sealed record AccountEffect(string Account, decimal DebitBefore, decimal DebitAfter, decimal CreditBefore, decimal CreditAfter);
