namespace EDefter.Core.Companies;

public sealed record Address
{
    public string? BuildingNumber { get; init; }

    public string? Street { get; init; }

    public string? City { get; init; }

    public string? PostalCode { get; init; }

    public string? Country { get; init; }
}
