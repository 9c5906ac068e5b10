namespace EDefter.Core.Workflow.Checking;

/// <summary>What a part of a check left behind.</summary>
/// <param name="Findings">Blob of its findings.</param>
/// <param name="Memory">Blob of what its rules remember.</param>
public sealed record CheckPart(string Findings, string Memory);
