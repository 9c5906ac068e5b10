namespace EDefter.Functions.Gate.Entra;

/// <summary>Where people sign in and out, when App Service authentication stands before the program and its tokens are taken here.</summary>
/// <param name="SignIn">A page of the platform's: signs in with the company's directory and comes back.</param>
/// <param name="SignOut">A page of the platform's.</param>
public sealed record PlatformSignIn(string SignIn, string SignOut)
{
    /// <returns>Null: the platform signs nobody in, or nobody's tokens are taken.</returns>
    public static PlatformSignIn? From(string? enabled, EntraSettings? tokens) =>
        tokens is not null && bool.TryParse(enabled, out var isOn) && isOn ? new PlatformSignIn("/.auth/login/aad?post_login_redirect_uri=%2F", "/.auth/logout?post_logout_redirect_uri=%2F") : null;
}
