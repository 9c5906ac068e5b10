namespace EDefter.Tests.Kills;

/// <summary>A program that people ask over HTTP until it answers.</summary>
internal interface IJourneyApp
{
    /// <summary>The key that may issue keys.</summary>
    string AdminKey { get; }

    /// <summary>Asks until there is an answer.</summary>
    /// <param name="ask">Sends the request.</param>
    /// <param name="afterDeath">Looks at the storage while nobody is alive.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<T> AskAsync<T>(Func<HttpClient, Task<T>> ask, Func<Task> afterDeath, CancellationToken cancellationToken);
}
