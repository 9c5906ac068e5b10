namespace EDefter.Core.Workflow.Ports;

/// <summary>DESIGN.md §3.</summary>
public enum MonthState
{
    Open,
    Faulty,
    Clean,
    Numbered,
    Archived,
    Filed,
}
