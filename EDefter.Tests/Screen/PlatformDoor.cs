using EDefter.Functions.Gate;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace EDefter.Tests.Screen;

/// <summary>App Service authentication as it stands before a program: pages to sign in and out, a cookie, and for who has it the ID token in a header, which nobody else can set.</summary>
/// <param name="token">Of whoever signs in; asked for anew when he signs in and when the page has it renewed.</param>
internal sealed class PlatformDoor(Func<string> token) : IStartupFilter
{
    private const string Cookie = "AppServiceAuthSession";

    private string held = string.Empty;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            http.Request.Headers.Remove(Credential.SignedInHeader);
            if (http.Request.Path == "/.auth/login/aad")
            {
                held = token();
                http.Response.Cookies.Append(Cookie, "signed-in", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
                http.Response.Redirect(http.Request.Query["post_login_redirect_uri"]!);
                return;
            }

            if (http.Request.Path == "/.auth/logout")
            {
                http.Response.Cookies.Delete(Cookie);
                http.Response.Redirect(http.Request.Query["post_logout_redirect_uri"]!);
                return;
            }

            if (http.Request.Path == "/.auth/refresh")
            {
                var isSignedIn = http.Request.Cookies.ContainsKey(Cookie);
                if (isSignedIn)
                    held = token();
                http.Response.StatusCode = isSignedIn ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
                return;
            }

            if (http.Request.Cookies.ContainsKey(Cookie))
                http.Request.Headers[Credential.SignedInHeader] = held;
            await rest(http);
        });
        next(app);
    };
}
