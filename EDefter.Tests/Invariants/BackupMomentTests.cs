using EDefter.Core.Companies;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Backups;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Sample;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>A backup is taken while work goes on, and is of one moment all the same.</summary>
public sealed class BackupMomentTests
{
    private const string Upload = "00112233445566778899aabbccddeeff";
    private static readonly Actor Admin = new("Nurgül Özışık", "admin");
    private static readonly FiscalYear Before = new() { Start = new DateOnly(2024, 1, 1), End = new DateOnly(2024, 12, 31) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2024, 2025)]
    [InlineData(2025, 2024)]
    public async Task A_voucher_that_moves_to_another_fiscal_year_meanwhile_comes_back_once(int from, int to)
    {
        for (var look = 1; ; look++)
        {
            var ground = new Ground();
            var office = await new Office(ground.Start()).OpenAsync();
            await ground.Start().Get<CompanyRegister>().SaveAsync(SampleCompany.Company with { Id = Office.Firm, FiscalYear = Before }, Admin, Cancellation);
            await office.PostAsync(Voucher("a", from), Voucher("b", from), Voucher("c", to));
            var watched = new WatchedTable(ground.Books, look, () => new Office(ground.Start()).PostAsync(Voucher("a", to)));
            var made = await new Instance(ground, Fuse.None, new Plant(), books: watched).ActAsync<BackupDesk>(desk => desk.AskAsync(Office.Firm, Admin, idempotencyKey: null, Cancellation));
            Assert.False(made.IsRefused, made.Refusal?.Detail);
            if (!watched.HasActed)
            {
                Assert.True(look > 10, "There was hardly a moment.");
                return;
            }

            var other = new Ground();
            other.Blobs.Write(BlobArea.Uploads, BackupDesk.UploadOf(Office.Firm, Upload), ground.Blobs.Read(BlobArea.Backups, BackupDesk.NameOf(Office.Firm, WireJson.Read<BackupView>(made.Value!).Id)));
            var restored = await other.Start().ActAsync<BackupDesk>(desk => desk.AskRestoreAsync(Office.Firm, Upload, Admin, Cancellation));
            Assert.False(restored.IsRefused, restored.Refusal?.Detail);
            // Whatever was under way goes on with the next post.
            await new Office(other.Start()).PostAsync(Voucher("d", from), Voucher("e", to));
            Assert.Equal(["a", "b", "c", "d", "e"], (await LiveAsync(other)).Order(StringComparer.Ordinal));
        }
    }

    private static async Task<IEnumerable<string?>> LiveAsync(Ground ground)
    {
        var process = ground.Start();
        var before = await BookState.LiveAsync(process.Services, Office.Firm, Before, Cancellation);
        return before.Concat(await BookState.LiveAsync(process.Services, Office.Firm, Office.Year, Cancellation)).Select(voucher => voucher.Id);
    }

    private static Voucher Voucher(string id, int year) => CleanVouchers.Of(id, new DateOnly(year, 3, 3), 1m);
}
