namespace EDefter.Core.Companies;

/// <summary>One account of the company's hesap planı.</summary>
public sealed record ChartAccount
{
    public required string Code { get; init; }

    public string? Name { get; init; }

    public string? Parent { get; init; }

    public bool? Leaf { get; init; }

    public DateOnly? ActiveFrom { get; init; }

    public DateOnly? ActiveTo { get; init; }

    public string? PartnerTaxId { get; init; }

    /// <summary>The name was filled in by a repair, and outlives a chart that the ERP sends again without it.</summary>
    public bool NamedByRepair { get; init; }
}
