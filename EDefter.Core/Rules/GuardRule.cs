namespace EDefter.Core.Rules;

/// <summary>A rule about what is stored: it speaks as a refusal when the stored numbers contradict the vouchers they were given to; its text is the refusal's.</summary>
public abstract class GuardRule : Rule;
