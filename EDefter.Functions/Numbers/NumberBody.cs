namespace EDefter.Functions.Numbers;

/// <summary>Body of POST …/numbers.</summary>
/// <param name="By">The person's name.</param>
/// <param name="Order">The <c>order</c> of the preview that the person has seen; other numbers are then refused.</param>
public sealed record NumberBody(string? By, string? Order);
