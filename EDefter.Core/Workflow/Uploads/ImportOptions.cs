namespace EDefter.Core.Workflow.Uploads;

/// <summary>How an upload is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>Vouchers, or rejected rows, that are stored together: some tens of megabytes.</summary>
    public int BatchMost { get; init; } = 20_000;
}
