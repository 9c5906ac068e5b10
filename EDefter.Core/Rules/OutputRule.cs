namespace EDefter.Core.Rules;

/// <summary>A rule that speaks while files are written or judged; its findings stand with the archive, not in the report of a check.</summary>
public abstract class OutputRule : Rule;
