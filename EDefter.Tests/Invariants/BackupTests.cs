using System.IO.Compression;
using System.Text;
using EDefter.Core.Companies;
using EDefter.Core.Sealing;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Acknowledging;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Backups;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Receiving;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Sample;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>Everything of a company goes out as one file and comes back as the same company, whatever dies on the way.</summary>
public sealed class BackupTests
{
    private const string Upload = "00112233445566778899aabbccddeeff";
    private static readonly Actor Admin = new("Nurgül Özışık", "admin");

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_company_comes_back_as_it_was_and_its_books_go_out_again_as_the_same_bytes()
    {
        var ground = await LiveAsync();
        var backup = await BackupAsync(ground);
        var other = GroundWith(backup);
        Assert.Equal("ornek-otel", WireJson.Read<RestoreResult>(await RestoreAsync(other.Start())).Company);

        var (before, after) = (await SeenAsync(ground), await SeenAsync(other));
        Assert.True(before.SequenceEqual(after, StringComparer.Ordinal), BookState.Difference(before, after));
        var again = await BackupAsync(other);
        // The audit trail has gone on: the restore and the second backup are acts.
        Assert.Equal(ContentOf(backup).Where(IsOfTheBooks), ContentOf(again).Where(IsOfTheBooks));
        await AssertTrailWentOnAsync(backup, again, other);

        // Its archives are still what was handed over, and its numbers go on where they were.
        var process = other.Start();
        foreach (var view in (await process.Get<ArchiveShelf>().ListAsync(SampleJourney.Company, Branch.HeadOffice, SampleJourney.January, None)).Value!)
        {
            var zip = other.Blobs.Read(BlobArea.Archives, (await ZipOfAsync(process, view.Id))!);
            var verdict = await process.Get<ArchiveVerification>().VerifyAsync(new Caller("key-1", Role.Accountant, SampleJourney.Company), new MemoryStream(zip), view.File, None);
            Assert.Equal(Verdict.Intact, verdict.Value!.Verdict);
        }
    }

    [Fact]
    public async Task Killed_at_any_write_a_restore_ends_as_the_same_company()
    {
        var ground = await LiveAsync();
        var backup = await BackupAsync(ground);
        var expected = await SeenAsync(ground);
        var life = Fuse.None;
        await RestoreAsync(new Instance(GroundWith(backup), life, new Plant()));
        for (var writes = 1; writes <= life.Spent; writes += writes < life.Spent - 6 ? 5 : 1)
        {
            var other = GroundWith(backup);
            await Assert.ThrowsAsync<KilledException>(() => RestoreAsync(new Instance(other, new Fuse(writes), new Plant())));
            // Nobody sees half a company: it is there with everything, or not at all.
            var isThere = await other.Start().Get<ICompanies>().FindAsync(SampleJourney.Company, None) is not null;
            if (isThere)
                Assert.Equal(expected, await SeenAsync(other));
            await RestoreAsync(other.Start());
            var seen = await SeenAsync(other);
            Assert.True(expected.SequenceEqual(seen, StringComparer.Ordinal), $"killed after write {writes}: {BookState.Difference(expected, seen)}");
        }
    }

    [Fact]
    public async Task A_backup_is_refused_where_its_company_exists_or_where_it_is_not_whole()
    {
        var ground = new Ground();
        var office = await new Office(ground.Start(), SampleJourney.Company).OpenAsync();
        await office.PostAsync(CleanVouchers.Of("a", new DateOnly(2025, 1, 3), 1m));
        var backup = await BackupAsync(ground);
        ground.Blobs.Write(BlobArea.Uploads, BackupDesk.UploadOf(SampleJourney.Company, Upload), backup);
        Assert.Equal("company-exists", (await TryRestoreAsync(ground.Start())).Refusal!.Type);

        Assert.Equal("unreadable", await RefusedAsync(backup[..^40]));
        Assert.Equal("unreadable", await RefusedAsync(Encoding.UTF8.GetBytes("merhaba")));
        Assert.Equal("unreadable", await RefusedAsync(Changed(backup, "books/0000/2025-01-01/vouchers.ndjson", text => text.Replace("İğde", "Kayısı", StringComparison.Ordinal))));
        Assert.Equal("other-company", await RefusedAsync(backup, "baska"));
    }

    [Fact]
    public async Task A_branch_that_left_the_profile_takes_its_books_along()
    {
        var ground = new Ground();
        var process = ground.Start();
        var company = SampleCompany.Company with { Id = SampleJourney.Company, FiscalYears = [] };
        await SaveAsync(process, company with { Branches = [.. company.Branches, new Branch { Code = "0034", Name = "Şişli" }] });
        var received = await process.Get<VoucherReception>().ReceiveAsync(SampleJourney.Company, "0034", SampleJourney.Rows([CleanVouchers.Of("a", new DateOnly(2025, 1, 3), 1m)]), Admin, idempotencyKey: null, None);
        Assert.Equal(1, received.Value!.Stored);
        await SaveAsync(process, company);
        var other = GroundWith(await BackupAsync(ground));
        await RestoreAsync(other.Start());
        var days = other.Start().Get<IVoucherLog>().ReadDaysAsync(new BookId(SampleJourney.Company, "0034"), SampleJourney.Year, SampleJourney.Year.Start, SampleJourney.Year.End, None);
        Assert.Equal(["a"], await days.SelectMany(day => day.Vouchers.Select(stored => stored.Voucher.Id)).ToListAsync(None));
    }

    private static async Task SaveAsync(Instance process, Company company)
    {
        var saved = await process.Get<CompanyRegister>().SaveAsync(company, Admin, None);
        Assert.False(saved.IsRefused, saved.Refusal?.Detail);
    }

    private static async Task<string> RefusedAsync(byte[] backup, string company = SampleJourney.Company)
    {
        var ground = GroundWith(backup, company);
        var outcome = await TryRestoreAsync(ground.Start(), company);
        Assert.Null(await ground.Start().Get<ICompanies>().FindAsync(company, None));
        Assert.Equal(0, ground.Books.Rows);
        return outcome.Refusal!.Type;
    }

    private static async Task<Ground> LiveAsync()
    {
        var ground = new Ground();
        var people = new SampleJourney(ordinary: 0);
        var process = ground.Start();
        foreach (var (_, act) in people.Acts)
            await act(process);
        var said = await process.Get<AcknowledgementDesk>().SayAsync(SampleJourney.Company, Branch.HeadOffice, new AcknowledgementRequest("ACK002", VoucherId: null, Line: null, SampleJourney.January, "Açılış fişi yok", Until: null), Admin, None);
        Assert.False(said.IsRefused, said.Refusal?.Detail);
        return ground;
    }

    private static async Task<byte[]> BackupAsync(Ground ground)
    {
        var outcome = await ground.Start().ActAsync<BackupDesk>(desk => desk.AskAsync(SampleJourney.Company, Admin, idempotencyKey: null, None));
        Assert.False(outcome.IsRefused, outcome.Refusal?.Detail);
        var view = WireJson.Read<BackupView>(outcome.Value!);
        return ground.Blobs.Read(BlobArea.Backups, BackupDesk.NameOf(SampleJourney.Company, view.Id));
    }

    private static Ground GroundWith(byte[] backup, string company = SampleJourney.Company)
    {
        var ground = new Ground();
        ground.Blobs.Write(BlobArea.Uploads, BackupDesk.UploadOf(company, Upload), backup);
        return ground;
    }

    private static async Task<string> RestoreAsync(Instance process)
    {
        var outcome = await TryRestoreAsync(process);
        Assert.False(outcome.IsRefused, outcome.Refusal?.Detail);
        return outcome.Value!;
    }

    private static Task<Outcome<string>> TryRestoreAsync(Instance process, string company = SampleJourney.Company) =>
        process.ActAsync<BackupDesk>(desk => desk.AskRestoreAsync(company, Upload, Admin, None));

    // Book, every version of a voucher that was repaired, acknowledgements.
    private static async Task<IReadOnlyList<string>> SeenAsync(Ground ground)
    {
        var process = ground.Start();
        var lines = new List<string>(await BookState.ReadAsync(process.Services, SampleJourney.Company, SampleJourney.Year, None));
        foreach (var voucher in (await BookState.LiveAsync(process.Services, SampleJourney.Company, SampleJourney.Year, None)).Take(20))
        {
            var versions = await process.Get<VoucherReception>().HistoryAsync(SampleJourney.Company, Branch.HeadOffice, voucher.Id, None);
            lines.AddRange(versions.Value!.Select(version => $"version {version.Sequence} {version.Kind} {version.At:O} {version.By} {(version.Voucher is { } content ? CleanVouchers.Json(content) : "-")}"));
        }

        await foreach (var word in process.Get<IAcknowledgements>().ListAsync(new BookId(SampleJourney.Company, Branch.HeadOffice), None))
            lines.Add("acknowledged " + WireJson.Write(word));
        return lines;
    }

    private static async Task<string?> ZipOfAsync(Instance process, string archive)
    {
        await foreach (var note in process.Get<IVoucherLog>().ReadNotesAsync(new BookId(SampleJourney.Company, Branch.HeadOffice), SampleJourney.Year, $"archive|{SampleJourney.January}|{archive}", None))
            return WireJson.Read<ArchiveRecord>(note.Json).Zip;
        return null;
    }

    private static List<string> ContentOf(byte[] backup)
    {
        using var zip = new ZipArchive(new MemoryStream(backup), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(entry => entry.FullName + " " + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BytesOf(entry))))];
    }

    private static bool IsOfTheBooks(string entry) => !entry.StartsWith("audit.ndjson ", StringComparison.Ordinal) && !entry.StartsWith("manifest.json ", StringComparison.Ordinal);

    // What stood in the trail stands in it still, in its place; behind it stands that it was restored.
    private static async Task AssertTrailWentOnAsync(byte[] backup, byte[] again, Ground ground)
    {
        var (before, after) = (TrailOf(backup), TrailOf(again));
        Assert.NotEmpty(before);
        Assert.Equal(before, after.Take(before.Count));
        Assert.Contains("job:restore", Assert.Single(after.Skip(before.Count)), StringComparison.Ordinal);
        var verdict = await ground.Start().Get<AuditDesk>().VerifyAsync(SampleJourney.Company, noted: null, None);
        Assert.True(verdict.Value!.Intact, verdict.Value.Break?.Text);
        Assert.Equal(after.Count + 1, verdict.Value.Last.Sequence);
    }

    private static List<string> TrailOf(byte[] backup)
    {
        using var zip = new ZipArchive(new MemoryStream(backup), ZipArchiveMode.Read);
        return [.. Encoding.UTF8.GetString(BytesOf(zip.GetEntry("audit.ndjson")!)).Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1)];
    }

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using var content = entry.Open();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    // The same ZIP with one text changed and its manifest left as it was.
    private static byte[] Changed(byte[] backup, string name, Func<string, string> change)
    {
        using var changed = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(backup), ZipArchiveMode.Read))
        using (var target = new ZipArchive(changed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                var bytes = BytesOf(entry);
                using var content = target.CreateEntry(entry.FullName).Open();
                content.Write(entry.FullName == name ? Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes))) : bytes);
            }
        }

        return changed.ToArray();
    }
}
