using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>The run that somebody asks to apply or undo, in its month as it stands now.</summary>
public sealed record AskedRun(BookMonth Month, Versioned<RepairRun> Run);
