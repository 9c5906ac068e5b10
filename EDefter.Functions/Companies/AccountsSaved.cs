namespace EDefter.Functions.Companies;

/// <param name="Accounts">How many accounts the chart has now.</param>
public sealed record AccountsSaved(int Accounts);
