using System.Diagnostics;

namespace EDefter.Tests.Sealing;

/// <summary>LibreOffice without a window, where it is installed: opens a file and saves it again, as people do.</summary>
internal static class LibreOffice
{
    private static readonly string? Program = Array.Find(["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"], File.Exists);

    public static bool IsInstalled => Program is not null;

    /// <summary>Opens a file and saves it in its own format.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="saveAs">LibreOffice's word for the format and its options.</param>
    /// <param name="openAs">The import filter with its options; null lets it choose.</param>
    /// <param name="cancellationToken">The test was given up.</param>
    public static async Task<byte[]> ResaveAsync(string name, byte[] content, string saveAs, string? openAs, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("edefter-resave-");
        try
        {
            var source = Path.Combine(folder.FullName, name);
            var target = folder.CreateSubdirectory("saved").FullName;
            await File.WriteAllBytesAsync(source, content, cancellationToken);
            var start = new ProcessStartInfo(Program!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            // A profile of its own: a LibreOffice that is open on the machine must not be spoken to.
            foreach (var argument in new[] { "-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri, "--headless", openAs is null ? "--norestore" : "--infilter=" + openAs, "--convert-to", saveAs, "--outdir", target, source })
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var complained = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            var saved = Path.Combine(target, name);
            return File.Exists(saved) ? await File.ReadAllBytesAsync(saved, cancellationToken) : throw new InvalidOperationException($"LibreOffice saved nothing: {await said} {await complained}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
