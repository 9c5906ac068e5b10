using EDefter.LocalWorker.Storage;
using EDefter.Storage;
using EDefter.Storage.Tables;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>The ports over the one Azurite that all tests of this process share; tests keep apart by company ids.</summary>
public sealed class StorageFixture : IAsyncLifetime
{
    private ServiceProvider? services;
    private StorageClients? clients;
    private StorageSetup? setup;

    public async ValueTask InitializeAsync()
    {
        var azurite = await Azurite.SharedAsync();
        services = new ServiceCollection().AddEDefterStorage(azurite.ConnectionString, TimeProvider.System).BuildServiceProvider();
        clients = StorageClients.Connect(azurite.ConnectionString);
        setup = services.GetRequiredService<StorageSetup>();
    }

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    /// <summary>The bare table <c>Books</c>, for logs with decorators in between.</summary>
    internal ITable Books() => new AzureTable(clients!.Tables.GetTableClient(StorageNames.BooksTable), setup!);

    internal StorageClients Clients => clients!;

    public ValueTask DisposeAsync() => services?.DisposeAsync() ?? ValueTask.CompletedTask;
}
