namespace EDefter.Core.Workflow.Ports;

/// <summary>Where a company is being read back, until it exists.</summary>
/// <param name="Job">The job that has the place.</param>
/// <param name="Run">Which asking of it.</param>
/// <param name="Texts">Every text that it, or whoever broke off before it, has perhaps begun to write there.</param>
public sealed record RestorePlace(string Job, int Run, IReadOnlyList<string> Texts);
