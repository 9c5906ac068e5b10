using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>A check that is good for the month as it stands, with what it was made on.</summary>
public sealed record FreshCheck(CheckStamp Stamp, CheckBasis Basis);
