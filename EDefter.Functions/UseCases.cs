using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Acknowledging;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Backups;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Changes;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Filings;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Printing;
using EDefter.Core.Workflow.Profiles;
using EDefter.Core.Workflow.Receiving;
using EDefter.Core.Workflow.Register;
using EDefter.Core.Workflow.Rehearsing;
using EDefter.Core.Workflow.Repairing;
using EDefter.Core.Workflow.Retention;
using EDefter.Core.Workflow.Uploads;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EDefter.Functions;

/// <summary>The use cases of the core, none of which keeps state of its own.</summary>
internal static class UseCases
{
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddSingleton<BookFinder>().AddSingleton<MonthFinder>().AddSingleton<CheckBasisReader>().AddSingleton<MonthOverview>().AddSingleton<MonthDays>().AddSingleton<SourceCounts>().AddSingleton<Snapshots>().AddSingleton<DeadlineDesk>();
        services.AddSingleton<MonthDigests>().AddSingleton<SentBalances>().AddSingleton<CheckContextReader>().AddSingleton<RateRegister>();
        services.AddSingleton<Screen.ScreenFiles>();
        services.AddSingleton<Screen.ScreenPolicy>();
        services.AddSingleton<CompanyGround>().AddSingleton<CompanyRegister>().AddSingleton<VoucherReception>().AddSingleton<VoucherPages>().AddSingleton<LogSweep>().AddSingleton<Filing>().AddSingleton<FiledComparer>();
        services.AddSingleton<CheckRun>().AddSingleton<RepairDifferences>().AddSingleton<MonthCheck>().AddSingleton<PartedCheck>().AddSingleton<RangeCheck>().AddSingleton<CheckReports>().AddSingleton<ReportWorkbook>().AddSingleton<CheckDesk>();
        services.AddSingleton<AcknowledgementJudge>().AddSingleton<AcknowledgedReports>().AddSingleton<AcknowledgementDesk>();
        services.AddSingleton<RepairRuns>().AddSingleton<RepairDesk>().AddSingleton<RepairCommit>().AddSingleton<RepairSettings>().AddSingleton<RepairWorkbook>().AddSingleton<MonthVouchers>().AddSingleton<BeforeImages>();
        services.AddSingleton<NumberDesk>().AddSingleton<MonthNumberer>().AddSingleton<NumberLease>().AddSingleton<NumberGuard>().AddSingleton<NumberFeed>().AddSingleton<Unnumbering>();
        services.AddSingleton<ArchiveDesk>().AddSingleton<ArchiveShelf>().AddSingleton<ArchiveRemarks>().AddSingleton<DraftSettlement>().AddSingleton<ArchiveMaker>().AddSingleton<ArchiveSteps>().AddSingleton<NumberedJournal>().AddSingleton<ArchiveVerification>().AddSingleton<ArchivedJournal>().AddSingleton<ArchiveDiffs>();
        services.AddSingleton<ChangeFeed>().AddSingleton<FeedStands>().AddSingleton<FeedAcknowledgement>();
        services.AddSingleton<ProfileShelf>().AddSingleton<ProfileRegister>().AddSingleton<ProfilePreview>().AddSingleton<ReadingProfileRegister>();
        services.AddSingleton<PrintDesk>().AddSingleton<PrintShelf>().AddSingleton<PrintPages>().AddSingleton<BookPrinting>();
        services.AddSingleton<IJobWork, CheckWork>().AddSingleton<IJobWork, CheckPartWork>().AddSingleton<IJobWork, PlanWork>().AddSingleton<IJobWork, ApplyWork>().AddSingleton<IJobWork, UndoWork>();
        services.AddSingleton<IJobWork, PreviewWork>().AddSingleton<IJobWork, NumberWork>().AddSingleton<IJobWork, ArchiveWork>().AddSingleton<IJobWork, PrintWork>().AddSingleton<IJobWork, MonthEndWork>();
        // The month end runs the same works as people's requests do.
        services.AddSingleton<PlanWork>().AddSingleton<ApplyWork>().AddSingleton<NumberWork>().AddSingleton<ArchiveWork>();
        services.AddSingleton<MonthEndDesk>().AddSingleton<MonthEndReports>().AddSingleton<MonthWatch>();
        services.AddSingleton<HookDesk>().AddSingleton<DeliveryDesk>().AddSingleton<HookSecrets>().AddSingleton<HookBell>().AddSingleton<HookRounds>().AddSingleton<HookPump>();
        services.AddSingleton<EventOutbox>().AddSingleton<CommitEvents>().AddSingleton<NoteEvents>().AddSingleton<DeadlineEvents>().AddSingleton<KeyEvents>().AddSingleton<MonthEndStories>();
        services.AddSingleton<BackupDesk>().AddSingleton<IJobWork, BackupWork>().AddSingleton<IJobWork, RestoreWork>();
        services.AddSingleton<WorkingBlobs>().AddSingleton<UploadDesk>().AddSingleton(new ImportOptions()).AddSingleton<IJobWork, ImportWork>().AddSingleton<IScratch, TemporaryFiles>();
        services.TryAddSingleton(PartSize.Standard);
        services.TryAddSingleton<IWorkWatch, NoWatch>();
        services.AddSingleton<JobDesk>().AddSingleton<JobRunner>().AddSingleton<JobParts>().AddSingleton<LaneRunner>().AddSingleton<JobReply>();
        services.AddSingleton(provider => new WorkGates(Environment.ProcessorCount, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new GibUploadLimits());
        services.TryAddSingleton<ISchemaJudge>(SchemaJudge.None);
        services.AddSingleton<RehearsalDesk>().AddSingleton<RehearsalSettlement>().AddSingleton<RehearsalShelf>().AddSingleton<MonthRehearsal>().AddSingleton<ProvisionalJournal>().AddSingleton<IJobWork, RehearsalWork>();
        services.AddSingleton<AuditTrail>().AddSingleton<AuditDesk>().AddSingleton<JobAudit>().AddSingleton<RefusedTries>().AddSingleton<AuditedFunctions>();
        services.AddSingleton<KeyDesk>().AddSingleton<KeyWatch>().AddSingleton<KeyRecognition>().AddGate();
        return services;
    }
}
