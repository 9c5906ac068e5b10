namespace EDefter.Core.Workflow.Ports;

/// <summary>How far a month has come.</summary>
public enum MonthState
{
    Open,
    Faulty,
    Clean,
    Numbered,
    Archived,
    Filed,
}
