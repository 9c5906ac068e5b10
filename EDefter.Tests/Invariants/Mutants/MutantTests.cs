using System.Globalization;
using System.Text;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Sample;
using Xunit;
using Xunit.Sdk;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>Every invariant's own check, run against an application in which one thing is broken, must fail: a check that cannot fail says nothing.</summary>
public sealed class MutantTests
{
    private static readonly Voucher[] January =
    [
        CleanVouchers.Of("c", new DateOnly(2025, 1, 3), 1234.5m, number: "1"),
        CleanVouchers.Of("b", new DateOnly(2025, 1, 3), 2m, number: "2"),
        CleanVouchers.Of("a", new DateOnly(2025, 1, 3), 3m, number: "3"),
        CleanVouchers.Of("d", new DateOnly(2025, 1, 9), 4m, "tahsil", number: "4"),
    ];

    private static readonly Voucher[] February = [CleanVouchers.Of("e", new DateOnly(2025, 2, 3), 5m)];

    private static int minutes;

    [Fact]
    public Task Numbers_by_arrival_are_noticed() => DiesAsync(() => Invariant1Tests.ArrivalAsync(() => new NumbersByArrival(), January, seed: 7));

    [Fact]
    public Task A_dropped_voucher_is_noticed_by_the_numbers() => DiesAsync(() => Invariant1Tests.MonthsAsync(() => new DroppedVouchers(), [CleanVouchers.Of("m", new DateOnly(2025, 3, 3), 1m)], [], [], adopted: true));

    [Fact]
    public Task A_check_that_forgets_its_errors_is_noticed() => DiesAsync(() => Invariant2Tests.CheckAsync(() => new ForgivingHeads(), January, faults: 1));

    [Fact]
    public Task A_row_before_its_blob_is_noticed() => DiesAsync(() => Invariant3Tests.CheckAsync(() => new LateBlobs(BlobArea.Reports), every: 1, first: 20));

    [Fact]
    public Task A_prints_row_before_its_blobs_is_noticed() => DiesAsync(() => Invariant3PrintTests.CheckAsync(() => new LateBlobs(BlobArea.Prints), "journal", "pdf"));

    [Fact]
    public Task An_archives_row_before_its_blobs_is_noticed() => DiesAsync(() => Invariant3Tests.CheckAsync(() => new LateBlobs(BlobArea.Archives), every: 1, first: 90));

    [Fact]
    public Task A_missing_ETag_is_noticed_by_two_numberers() => DiesAsync(() => Invariant4Tests.TwoNumberersAsync(() => new WithoutETags(), late: TimeSpan.FromMinutes(6)));

    [Fact]
    public Task A_missing_ETag_is_noticed_by_a_poster_and_a_numberer() => DiesAsync(() => Invariant4Tests.PosterAndNumbererAsync(() => new WithoutETags()));

    [Fact]
    public Task A_received_count_taken_from_the_stored_one_is_noticed() => DiesAsync(() => Invariant5Tests.CheckAsync(() => new ReceivedFromStored(), January, February, []));

    [Fact]
    public Task A_voucher_that_is_stored_and_not_checked_is_noticed() => DiesAsync(() => Invariant5Tests.CheckAsync(() => new DroppedVouchers(), January, February, []));

    [Fact]
    public Task Forgotten_before_images_are_noticed() => DiesAsync(() => Invariant6Tests.UndoAsync(() => new ForgottenBeforeImages(), [.. SampleMonth.Faulty.Vouchers]));

    [Fact]
    public Task A_repair_that_takes_a_kurus_along_is_noticed() => DiesAsync(() => Invariant6Tests.ClassAAsync(() => new RepairsThatRound()));

    [Fact]
    public Task Lost_zeros_are_noticed() => DiesAsync(() => Invariant7Tests.CheckAsync(() => new LostZeros(), January));

    [Fact]
    public Task A_number_in_the_machines_culture_is_noticed() => DiesAsync(() => Invariant7Tests.CheckAsync(() => new RewrittenZips(InTurkish, () => DateTimeOffset.UnixEpoch.AddYears(10)), January));

    [Fact]
    public Task A_time_inside_the_ZIP_is_noticed() => DiesAsync(() => Invariant8Tests.CheckAsync(() => new RewrittenZips(bytes => bytes, () => new DateTimeOffset(2025, 2, 1, 9, 0, 0, TimeSpan.Zero).AddMinutes(++minutes)), January));

    [Fact]
    public Task A_book_that_ignores_the_company_is_noticed() => DiesAsync(() => Invariant9Tests.CheckAsync(() => new OneBookForAll(), January, February.Concat(January).ToArray()));

    /// <summary>The mutant's own machinery must not be what the check notices: rewriting nothing, it lives.</summary>
    [Fact]
    public async Task Mutants_that_change_nothing_live()
    {
        await Invariant7Tests.CheckAsync(() => new RewrittenZips(bytes => bytes, () => new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero)), January);
        await Invariant3Tests.CheckAsync(() => new LateBlobs(), every: 30);
    }

    private static byte[] InTurkish(byte[] csv)
    {
        var turkish = CultureInfo.GetCultureInfo("tr-TR");
        return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(csv).Replace("1234.50", 1234.5m.ToString("0.00", turkish), StringComparison.Ordinal));
    }

    private static async Task DiesAsync(Func<Task> check)
    {
        var noticed = await Record.ExceptionAsync(check);
        Assert.True(noticed is XunitException or InvalidDataException or NumbersChangedException, noticed?.ToString() ?? "the check noticed nothing");
    }
}
