namespace EDefter.Core.Formats.Reports;

/// <summary>What stands at the head of a plan's workbook, in Turkish.</summary>
/// <param name="Company">Name of the company.</param>
/// <param name="Branch">Branch code and name.</param>
/// <param name="Range">The month.</param>
/// <param name="State">Where the run stands.</param>
/// <param name="History">Who did what and when, oldest first.</param>
/// <param name="Standing">Numbers of the changes that stand applied.</param>
public sealed record RepairPlanHeading(string Company, string Branch, string Range, string State, IReadOnlyList<string> History, IReadOnlySet<int> Standing);
