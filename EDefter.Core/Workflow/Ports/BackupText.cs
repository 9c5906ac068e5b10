namespace EDefter.Core.Workflow.Ports;

/// <summary>A text of a backup.</summary>
/// <param name="Name">Its path in the backup.</param>
/// <param name="Lines">UTF-8, one JSON object each, without line ends; read once.</param>
public sealed record BackupText(string Name, IAsyncEnumerable<byte[]> Lines)
{
    /// <summary>The text that makes a company exist; it is written back last.</summary>
    public const string Company = "company.ndjson";
}
