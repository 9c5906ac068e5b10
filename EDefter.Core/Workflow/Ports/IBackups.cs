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

    /// <summary>Writes one text back. May be repeated; nobody sees anything of it before <see cref="CompleteAsync"/>.</summary>
    /// <exception cref="InvalidDataException">It is no such text.</exception>
    Task WriteAsync(string company, string name, Stream text, CancellationToken cancellationToken);

    /// <summary>Writes the text that makes the company exist, and which backup it was made of.</summary>
    /// <returns>False when it exists already.</returns>
    /// <exception cref="InvalidDataException">It is no such text, or another company's.</exception>
    Task<bool> CompleteAsync(string company, Stream text, string origin, CancellationToken cancellationToken);

    /// <summary>The backup that the company was made of; null for one that was made otherwise, or does not exist.</summary>
    Task<string?> FindOriginAsync(string company, CancellationToken cancellationToken);
}
