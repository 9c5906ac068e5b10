using System.Globalization;

namespace EDefter.LocalWorker.Storage;

/// <summary>
/// The folder of one Azurite: data, log, pid file, and one file per process that uses it. Azurite ends by itself when none of its users is
/// alive, so a killed program leaves nothing running, and a second program keeps the storage that the first one started.
/// </summary>
internal sealed class AzuriteFolder
{
    public AzuriteFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(UsersFolder);
    }

    public string Path { get; }

    public string UsersFolder => System.IO.Path.Combine(Path, "users");

    public string LogFile => System.IO.Path.Combine(Path, "azurite.log");

    public string PidFile => System.IO.Path.Combine(Path, "azurite.pid");

    public string LockFile => System.IO.Path.Combine(Path, "start.lock");

    private string UserFile => System.IO.Path.Combine(UsersFolder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    public void AddUser() => File.WriteAllBytes(UserFile, []);

    public void RemoveUser() => File.Delete(UserFile);

    /// <summary>Nobody but this process is registered.</summary>
    public bool IsOnlyUser() => Directory.EnumerateFiles(UsersFolder).All(file => file == UserFile);

    /// <summary>The Azurite that works here; null when none does.</summary>
    public (int ProcessId, bool IsClosing)? ReadState()
    {
        try
        {
            // "<process id> open" or "<process id> closing"; half-written while it changes, which the next look mends.
            // Shared with its writer, who would be refused on Windows otherwise, or refuse this one.
            using var file = new FileStream(PidFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            var words = reader.ReadToEnd().Split(' ');
            return words.Length == 2 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? (id, words[1] == "closing")
                : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
