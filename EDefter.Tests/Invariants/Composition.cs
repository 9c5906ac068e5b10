using System.Security.Cryptography;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions;
using EDefter.Functions.Gate.Entra;
using EDefter.Storage;
using EDefter.Storage.Acknowledgements;
using EDefter.Storage.Auditing;
using EDefter.Storage.Backups;
using EDefter.Storage.Companies;
using EDefter.Storage.Keys;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;
using EDefter.Storage.Webhooks;
using EDefter.Tests.Storage;
using EDefter.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace EDefter.Tests.Invariants;

/// <summary>All use cases over the real adapters, put together as the program does it, over tables, blobs and jobs of a test.</summary>
internal static class Composition
{
    public static ServiceProvider Of(Storage storage, Plant plant)
    {
        var blobs = plant.Blobs(storage.Blobs);
        var books = Reliable(plant.Table(storage.Books));
        var companies = Reliable(storage.Companies);
        // Identities of its own: what is recorded must not change what the seed of a simulated world draws.
        var audit = new ReliableTable(storage.Audit, Guid.NewGuid);
        return new ServiceCollection()
            .AddSingleton(storage.Clock)
            .AddSingleton(blobs)
            .AddSingleton(plant.Log(new VoucherLog(books, storage.NewIdentity, storage.LogClock, storage.LogOptions)))
            .AddSingleton<ICompanies>(new TableCompanies(companies, blobs))
            .AddSingleton<IAcknowledgements>(new TableAcknowledgements(Reliable(storage.Acknowledgements)))
            .AddSingleton<IBackups>(new TableBackups(books, companies, Reliable(storage.Acknowledgements), audit))
            .AddSingleton<IAuditLog>(new TableAudit(audit))
            .AddSingleton<IRates>(new TableRates(companies))
            .AddSingleton<IKeys>(new TableKeys(Reliable(storage.Keys)))
            .AddSingleton(AdminKey.From("test-admin-key"))
            .AddSingleton(new EntraSwitch(Settings: null))
            .AddSingleton(Mock.Of<IStorageProbe>(probe => probe.LookAsync(It.IsAny<CancellationToken>()) == Task.FromResult(new StorageReach(Tables: true, Blobs: true, Queues: true))))
            .AddSingleton(new UploadPlace(new Uri("http://127.0.0.1:10000/devstoreaccount1/uploads/")))
            .AddSingleton(plant.Jobs(storage.Jobs))
            .AddSingleton<IWebhooks>(new TableWebhooks(Reliable(storage.Webhooks)))
            .AddSingleton(storage.HookMail)
            .AddSingleton(storage.HookSender)
            .AddSingleton(HookMasterKey.From(HookWorld.ServerKey))
            .AddSingleton(HookNetworks.From(setting: null))
            .AddSingleton(storage.PartSize)
            .AddSingleton<SecretSource>(count => SHA256.HashData(storage.NewIdentity().ToByteArray())[..count])
            .AddUseCases()
            .AddSingleton(plant.Import)
            .BuildServiceProvider();

        ITable Reliable(ITable table) => new ReliableTable(table, storage.NewIdentity);
    }

    /// <summary>What one process sees of the storage.</summary>
    internal sealed record Storage
    {
        public required ITable Books { get; init; }

        public required ITable Companies { get; init; }

        public required ITable Acknowledgements { get; init; }

        public ITable Audit { get; init; } = new MemoryTable();

        public ITable Webhooks { get; init; } = new MemoryTable();

        public ITable Keys { get; init; } = new MemoryTable();

        public IHookMail HookMail { get; init; } = new MemoryHookMail();

        public IHookSender HookSender { get; init; } = new ScriptedReceiver();

        public required IBlobs Blobs { get; init; }

        public required IJobs Jobs { get; init; }

        public required Func<Guid> NewIdentity { get; init; }

        public required TimeProvider Clock { get; init; }

        /// <summary>The clock of the log's pauses, and of the age of what was staged.</summary>
        public required TimeProvider LogClock { get; init; }

        public required VoucherLogOptions LogOptions { get; init; }

        /// <summary>How large the parts of a check are.</summary>
        public PartSize PartSize { get; init; } = PartSize.Standard;
    }
}
