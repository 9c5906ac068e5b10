namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>A finding with its place in the document and in the ERP; what does not apply is absent.</summary>
public sealed record RehearsalFinding
{
    /// <summary>Official name of the document.</summary>
    public required string Document { get; init; }

    /// <summary>Id of the authority's assert, or of a check of ours.</summary>
    public required string Assert { get; init; }

    /// <summary>Yevmiye madde no.</summary>
    public string? Entry { get; init; }

    /// <summary>Yevmiye satır no.</summary>
    public string? Line { get; init; }

    /// <summary>The ERP's id of the voucher.</summary>
    public string? VoucherId { get; init; }

    /// <summary>Fiş no.</summary>
    public string? VoucherNumber { get; init; }

    public string? Account { get; init; }

    public string? Element { get; init; }

    public required int XmlLine { get; init; }

    public required string Message { get; init; }

    public required string Remedy { get; init; }

    /// <summary>To the voucher in the ERP.</summary>
    public string? Link { get; init; }
}
