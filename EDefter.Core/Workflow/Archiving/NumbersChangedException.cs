using EDefter.Core.Companies;
using EDefter.Core.Journal;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>While a numbered month was read, its vouchers were no longer those that had been numbered. Nothing that was made of them may leave the house.</summary>
public sealed class NumbersChangedException(Period period, NumberingFault fault) : Exception($"The vouchers of {period} are not those that were numbered ({fault.Rule}).");
