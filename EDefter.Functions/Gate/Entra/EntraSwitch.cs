namespace EDefter.Functions.Gate.Entra;

/// <summary>Whether people sign in with tokens of their directory.</summary>
/// <param name="Settings">Whose tokens are taken; null: nobody's.</param>
public sealed record EntraSwitch(EntraSettings? Settings);
