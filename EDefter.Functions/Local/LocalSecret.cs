using System.Security.Cryptography;
using EDefter.LocalWorker.Hosting;

namespace EDefter.Functions.Local;

/// <summary>A secret of a developer's machine: made once, and kept beside the emulator's data.</summary>
internal static class LocalSecret
{
    /// <param name="fileName">Its file in <c>.azurite</c>.</param>
    /// <returns>64 hex digits, and whether they were made just now.</returns>
    public static (string Secret, bool IsNew) Find(string fileName)
    {
        var folder = Path.Combine(RepositoryFolder.Find() ?? Environment.CurrentDirectory, ".azurite");
        var file = Path.Combine(folder, fileName);
        if (File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } kept)
            return (kept, IsNew: false);
        Directory.CreateDirectory(folder);
        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        File.WriteAllText(file, made + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return (made, IsNew: true);
    }
}
