namespace EDefter.Core.Workflow.Printing;

/// <summary>What a printed book is made as.</summary>
public enum PrintFormat
{
    Pdf,
    Xlsx,
}
