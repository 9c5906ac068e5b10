using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage;

/// <summary>Names of tables, containers and queues.</summary>
public static class StorageNames
{
    public const string BooksTable = "Books";

    public const string CompaniesTable = "Companies";

    public const string JobsTable = "Jobs";

    public const string KeysTable = "ApiKeys";

    public const string AcknowledgementsTable = "Acknowledgements";

    public const string WebhooksTable = "Webhooks";

    public const string AuditTable = "Audit";

    /// <summary>Says where there is something to tell; a function's trigger names it too.</summary>
    public const string WebhooksQueue = "webhooks";

    /// <summary>Carries the ids of jobs; a function's trigger names it too, as the two below.</summary>
    public const string JobsQueue = "jobs";

    public const string HeavyJobsQueue = "jobs-heavy";

    public const string BackgroundJobsQueue = "jobs-background";

    public const string ArchivesContainer = "archives";

    public const string ReportsContainer = "reports";

    public const string SnapshotsContainer = "snapshots";

    public const string PrintsContainer = "prints";

    public const string UploadsContainer = "uploads";

    public const string JobTextsContainer = "jobtexts";

    public const string BackupsContainer = "backups";

    public static string Queue(JobLane lane) => lane switch
    {
        JobLane.Prompt => JobsQueue,
        JobLane.Heavy => HeavyJobsQueue,
        JobLane.Background => BackgroundJobsQueue,
        _ => throw new ArgumentOutOfRangeException(nameof(lane), lane, message: null),
    };

    public static string Container(BlobArea area) => area switch
    {
        BlobArea.Archives => ArchivesContainer,
        BlobArea.Reports => ReportsContainer,
        BlobArea.Snapshots => SnapshotsContainer,
        BlobArea.Prints => PrintsContainer,
        BlobArea.Uploads => UploadsContainer,
        BlobArea.JobTexts => JobTextsContainer,
        BlobArea.Backups => BackupsContainer,
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, message: null),
    };
}
