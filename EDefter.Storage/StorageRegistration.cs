using Azure.Core;
using Azure.Core.Pipeline;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Acknowledgements;
using EDefter.Storage.Auditing;
using EDefter.Storage.Backups;
using EDefter.Storage.Blobs;
using EDefter.Storage.Companies;
using EDefter.Storage.Jobs;
using EDefter.Storage.Keys;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;
using EDefter.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace EDefter.Storage;

/// <summary>Puts the ports of EDefter.Core over Azure Table, Blob and Queue storage into the services. Everything is a singleton.</summary>
public static class StorageRegistration
{
    /// <param name="services">The services.</param>
    /// <param name="connectionString">Of an account, or <c>UseDevelopmentStorage=true</c> for Azurite.</param>
    /// <param name="time">Clock of back-offs and of the age of staged chunks.</param>
    public static IServiceCollection AddEDefterStorage(this IServiceCollection services, string connectionString, TimeProvider time) =>
        Add(services, StorageClients.Connect(connectionString), links => new AccountKeyLinks(), time);

    /// <summary>Over a transport of a test's own.</summary>
    internal static IServiceCollection AddEDefterStorage(this IServiceCollection services, string connectionString, TimeProvider time, HttpPipelineTransport transport) =>
        Add(services, StorageClients.Connect(connectionString, transport), links => new AccountKeyLinks(), time);

    /// <param name="services">The services.</param>
    /// <param name="account">Where the account's services answer.</param>
    /// <param name="credential">An identity with the data roles of tables, blobs and queues, and Storage Blob Delegator for links.</param>
    /// <param name="time">Clock of back-offs, of the age of staged chunks and of delegation keys.</param>
    public static IServiceCollection AddEDefterStorage(this IServiceCollection services, StorageAccount account, TokenCredential credential, TimeProvider time) =>
        Add(services, StorageClients.Connect(account, credential), clients => new UserDelegationLinks(clients.Blobs, time), time);

    private static IServiceCollection Add(IServiceCollection services, StorageClients clients, Func<StorageClients, IBlobLinks> links, TimeProvider time)
    {
        var setup = new StorageSetup(clients);
        var blobs = new AzureBlobs(clients.Blobs, setup, links(clients));
        services.AddSingleton(setup);
        services.AddSingleton(new UploadPlace(new Uri(clients.Blobs.GetBlobContainerClient(StorageNames.UploadsContainer).Uri.AbsoluteUri + "/")));
        services.AddSingleton<IStorageProbe>(new StorageProbe(clients, time));
        services.AddSingleton<IBlobs>(blobs);
        services.AddSingleton<IVoucherLog>(provider =>
            new VoucherLog(Table(clients, setup, StorageNames.BooksTable), Guid.NewGuid, time, new VoucherLogOptions(), () => provider.GetService<IWorkWatch>()?.TraceParent));
        services.AddSingleton<ICompanies>(new TableCompanies(Table(clients, setup, StorageNames.CompaniesTable), blobs));
        services.AddSingleton<IRates>(new TableRates(Table(clients, setup, StorageNames.CompaniesTable)));
        services.AddSingleton<IJobs>(new TableJobs(Table(clients, setup, StorageNames.JobsTable), blobs, clients.Queues, setup, time));
        services.AddSingleton<IKeys>(new TableKeys(Table(clients, setup, StorageNames.KeysTable)));
        services.AddSingleton<IAcknowledgements>(new TableAcknowledgements(Table(clients, setup, StorageNames.AcknowledgementsTable)));
        services.AddSingleton<IAuditLog>(new TableAudit(Table(clients, setup, StorageNames.AuditTable)));
        services.AddSingleton<IWebhooks>(new TableWebhooks(Table(clients, setup, StorageNames.WebhooksTable)));
        services.AddSingleton<IHookMail>(new QueueHookMail(clients.Queues, setup));
        services.AddSingleton<IBackups>(new TableBackups(Table(clients, setup, StorageNames.BooksTable), Table(clients, setup, StorageNames.CompaniesTable), Table(clients, setup, StorageNames.AcknowledgementsTable), Table(clients, setup, StorageNames.AuditTable)));
        return services;
    }

    private static ReliableTable Table(StorageClients clients, StorageSetup setup, string name) =>
        new(new AzureTable(clients.Tables.GetTableClient(name), setup), Guid.NewGuid);
}
