using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>What an archiving job was asked for.</summary>
public sealed record ArchiveJobRequest(Period Period, string Profile);
