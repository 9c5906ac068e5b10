namespace EDefter.Core.Workflow.Ports;

/// <summary>Where a company comes to be, until it exists.</summary>
/// <param name="Job">The restore that has the place; empty for whoever makes the company anew.</param>
/// <param name="Run">Which asking of it.</param>
/// <param name="Texts">Every text that it, or whoever broke off before it, has perhaps begun to write there.</param>
public sealed record RestorePlace(string Job, int Run, IReadOnlyList<string> Texts);
