namespace EDefter.Core.Workflow.Ports;

/// <summary>One part of a plan.</summary>
/// <param name="Id">Id of its job.</param>
/// <param name="Request">What its job is asked, as JSON.</param>
/// <param name="Total">Units of progress in it.</param>
/// <param name="Done">Units done, as the part told last.</param>
public sealed record JobPart(string Id, string Request, long Total, long Done);
