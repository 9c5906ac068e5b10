namespace EDefter.Tests.Simulation;

/// <summary>Numbers that a month was given.</summary>
/// <param name="Month">yyyy-MM.</param>
/// <param name="By">Who gave them.</param>
/// <param name="Chain">Their chain.</param>
/// <param name="First">First madde no.</param>
/// <param name="Ids">Vouchers in the order of the journal.</param>
internal sealed record GivenNumbers(string Month, string By, string Chain, long First, IReadOnlyList<string> Ids);
