namespace EDefter.Core.Repairs;

/// <summary>One change that a person approved.</summary>
/// <param name="N">Number of the change in the plan.</param>
/// <param name="Choose">For class C: the candidate that was chosen, as the plan writes it.</param>
public sealed record AcceptedChange(int N, string? Choose = null);
