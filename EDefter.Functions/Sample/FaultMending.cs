namespace EDefter.Functions.Sample;

/// <summary>How a planted fault goes away.</summary>
public enum FaultMending
{
    /// <summary>Muhasebe Bakım mends it (class A or B).</summary>
    Repair,

    /// <summary>The bookkeeper decides: see <see cref="SampleDecision"/>.</summary>
    Decision,

    /// <summary>It is the consequence of other faults and goes with them.</summary>
    Follows,
}
