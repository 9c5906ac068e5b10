namespace EDefter.Core.Workflow.Ports;

/// <summary>A key whose end is near was told of. Kept for good, so that nobody is told twice.</summary>
/// <param name="Company">Whose key it is.</param>
/// <param name="KeyId">The key.</param>
/// <param name="LastDay">The last day on which it is good, a day in Türkiye.</param>
/// <param name="Step">Which of the steps to its end had been reached: so many days left, or fewer.</param>
/// <param name="DaysLeft">Days that were left, 0 on the last one.</param>
/// <param name="At">When.</param>
public sealed record KeyWarning(string Company, string KeyId, DateOnly LastDay, int Step, int DaysLeft, DateTimeOffset At);
