namespace EDefter.Core.Rules;

/// <summary>A rule that speaks as a refusal when numbers are asked for; its text is the refusal's.</summary>
public abstract class NumberRule : Rule;
