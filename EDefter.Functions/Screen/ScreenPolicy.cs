using EDefter.Storage;

namespace EDefter.Functions.Screen;

/// <summary>
/// What a browser lets the console's pages do. Everything comes from here and nothing is written into the page: no inline script, no inline style, no
/// frame around it, no form that posts. Calls go here, and to the one container that large files are written to, through a link that expires.
/// </summary>
/// <param name="uploads">Where links to upload with lead to.</param>
public sealed class ScreenPolicy(UploadPlace uploads)
{
    public string Header { get; } =
        $"default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self' {uploads.Container.AbsoluteUri}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";
}
