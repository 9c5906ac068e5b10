namespace EDefter.Functions.Gate.Entra;

/// <summary>Whether people sign in with tokens of their directory.</summary>
/// <param name="Settings">Whose tokens are taken; null: nobody's.</param>
/// <param name="Platform">Where they do so in a browser; null where the platform does not sign people in.</param>
public sealed record EntraSwitch(EntraSettings? Settings, PlatformSignIn? Platform = null);
