namespace EDefter.Core.Workflow.Checking;

/// <summary>How large the parts of a check are.</summary>
/// <param name="Vouchers">Vouchers in a part, as near as whole days allow. A month of up to twice as many is checked in one piece.</param>
public sealed record PartSize(int Vouchers)
{
    /// <summary>A part of a second or two: long enough that a message, two blobs and the reading of what rules may know are little beside it.</summary>
    public static PartSize Standard { get; } = new(10_000);

    public bool Divides(long vouchers) => vouchers > 2L * Vouchers;
}
