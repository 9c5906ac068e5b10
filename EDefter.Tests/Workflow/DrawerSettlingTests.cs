using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Sample;
using EDefter.Tests.Invariants;
using EDefter.Tests.Storage;
using Xunit;
using Plant = EDefter.Tests.Invariants.Plant;

namespace EDefter.Tests.Workflow;

/// <summary>A profile with a new fiscal year takes what waited for it out of the drawer. The two are different rows: whoever dies between them sends the profile again.</summary>
public sealed class DrawerSettlingTests
{
    private static readonly FiscalYear Next = new() { Start = new DateOnly(2026, 1, 1), End = new DateOnly(2026, 12, 31) };
    private static readonly BookId Book = new(Office.Firm, Branch.HeadOffice);
    private static readonly Actor Person = new("Nurgül Özışık", "key-1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_any_write_the_same_profile_settles_the_drawer()
    {
        for (var write = 1; ; write++)
        {
            var ground = new Ground();
            var office = await new Office(ground.Start()).OpenAsync();
            Assert.Equal(1, (await office.PostAsync(CleanVouchers.Of("a", new DateOnly(2026, 1, 3), 1m))).Undated);
            var life = new Fuse(write);
            var met = await Record.ExceptionAsync(() => SaveAsync(new Instance(ground, life, new Plant())));
            Assert.True(met is null or KilledException, met?.ToString());
            await SaveAsync(ground.Start());
            var log = ground.Start().Get<IVoucherLog>();
            Assert.Equal(["a"], await log.ReadDaysAsync(Book, Next, Next.Start, Next.End, Cancellation).SelectMany(day => day.Vouchers.Select(stored => stored.Voucher.Id)).ToListAsync(Cancellation));
            Assert.Empty((await log.ReadDrawerAsync(Book, Cancellation)).Vouchers);
            if (!life.IsBurnt)
            {
                // The profile, and what it takes to carry a voucher over.
                Assert.True(write > 4);
                return;
            }
        }
    }

    private static async Task SaveAsync(Instance process)
    {
        var saved = await process.Get<CompanyRegister>().SaveAsync(SampleCompany.Company with { Id = Office.Firm, FiscalYears = [], FiscalYear = Next }, Person, Cancellation);
        Assert.False(saved.IsRefused, saved.Refusal?.Detail);
    }
}
