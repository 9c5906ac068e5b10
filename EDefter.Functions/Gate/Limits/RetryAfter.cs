namespace EDefter.Functions.Gate.Limits;

/// <summary>The wait of a limit as the header tells it.</summary>
internal static class RetryAfter
{
    /// <summary>Whole seconds, never too few and at least one.</summary>
    public static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
}
