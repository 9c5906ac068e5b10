namespace EDefter.Core.Workflow.Ports;

/// <summary>Audit trails: lines are appended, never changed, never taken away.</summary>
public interface IAuditLog
{
    /// <summary>Null while the trail has no record.</summary>
    Task<Versioned<AuditHead>?> FindHeadAsync(string trail, CancellationToken cancellationToken);

    /// <summary>Writes lines behind the head and moves it, all or nothing.</summary>
    /// <param name="trail">Name of the trail.</param>
    /// <param name="version">Of the head that the lines follow; null for none.</param>
    /// <param name="lines">1 to <see cref="LinesMost"/>, in order, linked.</param>
    /// <param name="cancellationToken">Whoever waits has given up.</param>
    /// <returns>The head as it stands now; null when another writer came first, and nothing was written.</returns>
    Task<Versioned<AuditHead>?> AppendAsync(string trail, string? version, IReadOnlyList<AuditLine> lines, CancellationToken cancellationToken);

    /// <summary>Lines behind a place, in order.</summary>
    IAsyncEnumerable<AuditLine> ReadAsync(string trail, long after, CancellationToken cancellationToken);

    /// <summary>Lines of one append.</summary>
    const int LinesMost = 90;
}
