using EDefter.Core.Companies;
using EDefter.Core.Formats.Print;

namespace EDefter.Core.Workflow.Printing;

/// <summary>What a printing job was asked for.</summary>
/// <param name="Period">The month.</param>
/// <param name="Book">The book.</param>
/// <param name="Format">As what.</param>
/// <param name="FirstPage">Number of the first page; null: it follows from what was printed before.</param>
public sealed record PrintJobRequest(Period Period, PrintedBook Book, PrintFormat Format, long? FirstPage);
