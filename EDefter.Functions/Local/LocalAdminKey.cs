using System.Security.Cryptography;
using EDefter.LocalWorker.Hosting;

namespace EDefter.Functions.Local;

/// <summary>The admin's key on a developer's machine: configured, or made once and kept beside the emulator's data.</summary>
/// <param name="Key">The key.</param>
/// <param name="Announcement">What the console says about it.</param>
internal sealed record LocalAdminKey(string Key, string Announcement)
{
    public static LocalAdminKey Find(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return new LocalAdminKey(configured, "Yönetici anahtarı: EDEFTER_ADMIN_KEY ortam değişkeninden.");
        var folder = Path.Combine(RepositoryFolder.Find() ?? Environment.CurrentDirectory, ".azurite");
        var file = Path.Combine(folder, "admin.key");
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } kept)
            return new LocalAdminKey(kept, $"Yönetici anahtarı (X-Api-Key): {kept}");
        Directory.CreateDirectory(folder);
        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        File.WriteAllText(file, made + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return new LocalAdminKey(made, $"Yönetici anahtarı yapıldı (X-Api-Key): {made}");
    }
}
