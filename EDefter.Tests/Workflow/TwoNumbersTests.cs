using System.Text.Json;
using EDefter.Core.Vouchers;
using EDefter.Storage.Tables;
using EDefter.Tests.Invariants;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>FIS014: a voucher that moved to another month, and whose leaving the storage forgot, lives in two months and would have two numbers.</summary>
public sealed class TwoNumbersTests
{
    private const string Partition = "deneme|0000|2025-01-01";

    [Fact]
    public async Task A_voucher_that_lives_in_two_months_gets_no_numbers()
    {
        var ground = new Ground(new DateTimeOffset(2025, 3, 3, 9, 0, 0, TimeSpan.FromHours(3)));
        var office = await new Office(ground.Start()).OpenAsync();
        await office.PostAsync(Of("a", 1), Of("b", 1));
        await office.PostAsync(Of("a", 2));
        await ForgetLeavingAsync(ground);

        // A fresh process reads what storage says; this one remembers what it wrote.
        var fresh = new Office(ground.Start(), by: "Mehmet Öz");
        var refused = await fresh.TryNumberAsync("2025-01");
        Assert.Equal(("numbers-broken", "FIS014"), (refused.Refusal!.Type, refused.Refusal.Values["rule"]));
        Assert.Equal("a nolu fişte birden çok yevmiye numarası var.", refused.Refusal.Title);
        Assert.Empty(await fresh.NumbersAsync("2025-01"));
    }

    [Fact]
    public async Task Numbers_that_stand_already_lead_nowhere_either()
    {
        var ground = new Ground(new DateTimeOffset(2025, 3, 3, 9, 0, 0, TimeSpan.FromHours(3)));
        var office = await new Office(ground.Start()).OpenAsync();
        await office.PostAsync(Of("a", 1), Of("b", 1));
        await office.PostAsync(Of("a", 2));
        await office.NumberAsync("2025-01");
        await ForgetLeavingAsync(ground);

        var fresh = new Office(ground.Start(), by: "Mehmet Öz");
        var refused = await fresh.TryNumberAsync("2025-02");
        Assert.Equal("FIS014", refused.Refusal!.Values["rule"]);
        Assert.Empty(await fresh.NumbersAsync("2025-01"));
    }

    private static Voucher Of(string id, int month) => CleanVouchers.Of(id, new DateOnly(2025, month, 3), 1m, number: id);

    // The commit that took the voucher away from January names nothing any more.
    private static async Task ForgetLeavingAsync(Ground ground)
    {
        var row = await ground.Books.FindAsync(Partition, "commit|0000000002|2025-01", CancellationToken.None);
        Assert.Equal(1L, row!.Columns["Tombstones"]);
        row.Columns["Json"] = JsonSerializer.Serialize(Array.Empty<string>());
        await ground.Books.SubmitAsync([TableAction.Replace(row, row.ETag)], CancellationToken.None);
    }
}
