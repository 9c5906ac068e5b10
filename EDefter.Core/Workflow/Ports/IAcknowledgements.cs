using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Ports;

/// <summary>Acknowledged warnings of each book. Nothing is ever deleted.</summary>
public interface IAcknowledgements
{
    /// <summary>All of a book's, withdrawn ones too, in no promised order.</summary>
    IAsyncEnumerable<Acknowledgement> ListAsync(BookId book, CancellationToken cancellationToken);

    Task<Versioned<Acknowledgement>?> FindAsync(BookId book, string id, CancellationToken cancellationToken);

    /// <summary>Inserts (version null) or replaces. False when another writer came first.</summary>
    Task<bool> SaveAsync(BookId book, Acknowledgement acknowledgement, string? version, CancellationToken cancellationToken);
}
