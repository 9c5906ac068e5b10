namespace EDefter.Core.Workflow.Checking;

/// <summary>What a part of a check left behind.</summary>
/// <param name="Findings">Blob of its findings.</param>
/// <param name="Memory">Blob of what its rules remember.</param>
/// <param name="InOrder">Its findings, all of them made of its vouchers one by one; null when a rule spoke of another voucher than the one at hand.</param>
public sealed record CheckPart(string Findings, string Memory, FindingsSpan? InOrder);
