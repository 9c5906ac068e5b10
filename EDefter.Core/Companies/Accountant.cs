namespace EDefter.Core.Companies;

/// <summary>SM, SMMM, YMM or the company's own head of accounting.</summary>
public sealed record Accountant
{
    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Engagement { get; init; }

    public string? Phone { get; init; }

    public string? Fax { get; init; }

    public string? Email { get; init; }

    public bool InHouse { get; init; }

    public DateOnly? ContractDate { get; init; }

    public string? ContractNumber { get; init; }
}
