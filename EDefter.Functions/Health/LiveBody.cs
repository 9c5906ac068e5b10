using EDefter.Functions.Gate.Entra;

namespace EDefter.Functions.Health;

/// <param name="Status">alive.</param>
/// <param name="Version">Of the program.</param>
/// <param name="SignIn">Where people sign in without a key; absent where only keys open.</param>
public sealed record LiveBody(string Status, string Version, PlatformSignIn? SignIn);
