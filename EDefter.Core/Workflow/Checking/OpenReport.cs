namespace EDefter.Core.Workflow.Checking;

/// <summary>A report that was found: its head, and its findings in the order they were made.</summary>
public sealed record OpenReport(CheckReport Head, Func<CancellationToken, IAsyncEnumerable<ReportFinding>> Findings);
