namespace EDefter.Tests.Simulation;

/// <summary>One commit of the books, as its rows tell it.</summary>
/// <param name="Year">First day of the fiscal year, or the word of the drawer.</param>
/// <param name="Kind">As the trail says it.</param>
/// <param name="By">Who; every request of a simulated world has a name of its own.</param>
/// <param name="Months">The months that it touched.</param>
/// <param name="Vouchers">How many it stored.</param>
/// <param name="First">First madde no, of numbers given or taken back.</param>
/// <param name="Chain">The numbers' chain, of a numbered month.</param>
/// <param name="Counts">Live vouchers by month, as the heads say that were written with it.</param>
internal sealed record BookAct(string Year, string Kind, string By, IReadOnlyList<string> Months, long Vouchers, long? First, string? Chain, IReadOnlyDictionary<string, long> Counts);
