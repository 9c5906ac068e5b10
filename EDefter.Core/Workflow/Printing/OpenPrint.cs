namespace EDefter.Core.Workflow.Printing;

/// <summary>A file of a print, open for reading; whoever takes it closes it.</summary>
public sealed record OpenPrint(string Name, long Bytes, Stream Content);
