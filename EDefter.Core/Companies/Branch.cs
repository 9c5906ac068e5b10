namespace EDefter.Core.Companies;

/// <summary>A şube with books of its own; code 0000 is the head office (merkez).</summary>
public sealed record Branch
{
    public const string HeadOffice = "0000";

    /// <summary>Four digits, as text.</summary>
    public required string Code { get; init; }

    public string? Name { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ClosedOn { get; init; }
}
