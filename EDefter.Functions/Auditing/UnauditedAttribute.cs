namespace EDefter.Functions.Auditing;

/// <summary>A function that the audit trail does not record although one could expect it.</summary>
/// <param name="why">The reason.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnauditedAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}
