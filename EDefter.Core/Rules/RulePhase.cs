namespace EDefter.Core.Rules;

/// <summary>When a rule speaks.</summary>
public enum RulePhase
{
    /// <summary>In the report of a check.</summary>
    Check,

    /// <summary>As a refusal, when numbers are asked for.</summary>
    Number,

    /// <summary>When what is stored contradicts itself.</summary>
    Guard,

    /// <summary>While files are written.</summary>
    Archive,
}
