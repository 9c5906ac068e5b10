using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Ports;

/// <summary>Everything of a company that lies in tables, as documented texts (docs/backup.md), and back again.</summary>
public interface IBackups
{
    /// <summary>The texts of a company, in a fixed order. The log is that of one commit for each fiscal year; what is written later is left out.</summary>
    IAsyncEnumerable<BackupText> ReadAsync(Company company, CancellationToken cancellationToken);

    /// <summary>Reads one text through, <see cref="BackupText.Company"/> too, and writes nothing: after it, writing the text back is refused by nobody.</summary>
    /// <exception cref="InvalidDataException">It is no such text, another company's, or more than storage takes.</exception>
    Task CheckAsync(string company, string name, Stream text, CancellationToken cancellationToken);

    /// <summary>Who reads the company back, makes it anew, or was the last to try; null when nobody ever did, and once it exists.</summary>
    Task<Versioned<RestorePlace>?> FindPlaceAsync(string company, CancellationToken cancellationToken);

    /// <summary>Inserts (version null) or replaces; null when another one came first, else the new version.</summary>
    Task<string?> SavePlaceAsync(string company, RestorePlace place, string? version, CancellationToken cancellationToken);

    /// <summary>Leaves the place, unless another one has it by now.</summary>
    Task LeavePlaceAsync(string company, string version, CancellationToken cancellationToken);

    /// <summary>Takes away everything that was written of the place's texts: rows of another backup would come to life in this one's books.</summary>
    /// <param name="company">Company id.</param>
    /// <param name="place">As it was taken.</param>
    /// <param name="tell">Is called again and again on the way.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    /// <returns>False when another one has the place by now, or the company exists; nothing of theirs is touched.</returns>
    Task<bool> ClearAsync(string company, Versioned<RestorePlace> place, Func<Task> tell, CancellationToken cancellationToken);

    /// <summary>Writes one text back. May be repeated; nobody sees anything of it before <see cref="CompleteAsync"/>.</summary>
    /// <exception cref="InvalidDataException">It is no such text.</exception>
    Task WriteAsync(string company, string name, Stream text, CancellationToken cancellationToken);

    /// <summary>Writes the text that makes the company exist, and which backup it was made of.</summary>
    /// <param name="company">Its id.</param>
    /// <param name="text">The text.</param>
    /// <param name="origin">The backup.</param>
    /// <param name="place">Version of the place, which is left with this.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    /// <returns>False when it exists already, or another one has the place.</returns>
    /// <exception cref="InvalidDataException">It is no such text, or another company's.</exception>
    Task<bool> CompleteAsync(string company, Stream text, string origin, string place, CancellationToken cancellationToken);

    /// <summary>Makes a company that comes from no backup, and leaves the place with it.</summary>
    /// <returns>False when it exists already, or another one has the place.</returns>
    Task<bool> MakeCompanyAsync(Company company, string place, CancellationToken cancellationToken);

    /// <summary>The backup that the company was made of; null for one that was made otherwise, or does not exist.</summary>
    Task<string?> FindOriginAsync(string company, CancellationToken cancellationToken);
}
