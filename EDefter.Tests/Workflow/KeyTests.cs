using System.Globalization;
using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Keys;
using EDefter.Tests.Aloud;
using EDefter.Tests.Gate;
using EDefter.Tests.Storage;
using Moq;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>The life of a key: given, near its end, rotated with an overlap, over.</summary>
public sealed class KeyTests
{
    private const string Company = "otel";
    private readonly SteppedClock clock = new(new DateTimeOffset(2026, 2, 3, 9, 0, 0, TimeSpan.FromHours(3)));
    private readonly TableKeys keys = new(new MemoryTable());
    private readonly KeyDesk desk;
    private readonly KeyRecognition recognition;
    private int secrets;

    public KeyTests()
    {
        desk = DeskOver(keys);
        recognition = new KeyRecognition(keys, clock, AdminKey.From("yonetici"));
    }

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public void Both_keys_open_until_the_overlap_ends_and_then_the_new_one_alone() => Gen.Select(Gen.Int[0, KeyDesk.OverlapHoursMost], Gen.Int[0, 60 * KeyDesk.OverlapHoursMost]).Sample((overlapHours, minutes) =>
    {
        var world = new KeyTests();
        var old = world.IssueAsync().Result;
        var issued = world.RotateAsync(old.Id, overlapHours).Result.Value!;
        Assert.Equal((old.Role, old.Name, old.Id, world.clock.GetUtcNow().AddHours(overlapHours)), (issued.Role, issued.Name, issued.Replaces, issued.ReplacedUntil));
        world.clock.Pass(TimeSpan.FromMinutes(minutes));
        Assert.Equal(minutes < overlapHours * 60 ? "in" : "key-expired", world.KnockAsync(old.Key).Result);
        Assert.Equal("in", world.KnockAsync(issued.Key).Result);
    });

    [Fact]
    public async Task A_last_day_counts_whole_in_Türkiye()
    {
        var key = await IssueAsync(new DateOnly(2026, 2, 4));
        clock.Pass(new TimeSpan(days: 1, hours: 14, minutes: 59, seconds: 59));
        Assert.Equal("in", await KnockAsync(key.Key));
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal("key-expired", await KnockAsync(key.Key));
    }

    [Fact]
    public async Task Only_who_has_the_secret_hears_that_a_key_is_over()
    {
        var key = await IssueAsync(new DateOnly(2026, 2, 4));
        var revoked = await IssueAsync(new DateOnly(2026, 2, 4));
        clock.Pass(TimeSpan.FromDays(9));
        await desk.RevokeAsync(Company, revoked.Id, None);
        var told = (await recognition.RecogniseAsync(key.Key, isInAddress: false, None)).Refusal!;
        Assert.Equal((401, "Anahtarınızın süresi 04.02.2026 günü doldu. Yöneticinizden anahtarı yenilemesini isteyin; kayıtlarınız yerindedir."), (told.Status, told.Detail));
        Assert.Equal("unauthenticated", await KnockAsync(key.Key[..17] + new string('0', 64)));
        Assert.Equal("unauthenticated", await KnockAsync(revoked.Key));
    }

    [Fact]
    public async Task An_address_opens_for_a_calendar_only_and_tells_nobody_else_that_his_key_is_over()
    {
        var calendar = (await desk.IssueAsync(Company, "calendar", "Takvim", new DateOnly(2026, 2, 4), None)).Value!;
        var accountant = await IssueAsync(new DateOnly(2026, 2, 4));
        Assert.Equal(("in", "unauthenticated", "unauthenticated"), (await KnockAsync(calendar.Key, isInAddress: true), await KnockAsync(accountant.Key, isInAddress: true), await KnockAsync("yonetici", isInAddress: true)));
        Assert.Equal("in", await KnockAsync("yonetici"));
        clock.Pass(TimeSpan.FromDays(9));
        Assert.Equal(("key-expired", "unauthenticated"), (await KnockAsync(calendar.Key, isInAddress: true), await KnockAsync(accountant.Key, isInAddress: true)));
    }

    [Fact]
    public async Task The_new_key_lives_as_long_as_the_old_one_was_given_unless_it_is_said()
    {
        var old = await IssueAsync(new DateOnly(2026, 3, 3));
        clock.Pass(TimeSpan.FromDays(20));
        Assert.Equal(new DateOnly(2026, 3, 23), (await RotateAsync(old.Id)).Value!.ExpiresOn);
        Assert.Null((await RotateAsync((await IssueAsync()).Id)).Value!.ExpiresOn);
        Assert.Equal(new DateOnly(2027, 1, 31), (await desk.RotateAsync(Company, (await IssueAsync()).Id, overlapHours: null, new DateOnly(2027, 1, 31), None)).Value!.ExpiresOn);
        Assert.Equal(DateOnly.MaxValue, (await RotateAsync((await IssueAsync(DateOnly.MaxValue)).Id)).Value!.ExpiresOn);
    }

    [Fact]
    public async Task A_key_that_is_over_is_renewed_and_an_overlap_does_not_wake_it()
    {
        var old = await IssueAsync(new DateOnly(2026, 2, 4));
        clock.Pass(TimeSpan.FromDays(9));
        var issued = (await RotateAsync(old.Id, 48)).Value!;
        Assert.Equal(("key-expired", "in", new DateOnly(2026, 2, 13)), (await KnockAsync(old.Key), await KnockAsync(issued.Key), issued.ExpiresOn));
    }

    [Fact]
    public async Task What_cannot_be_rotated_is_refused()
    {
        var key = await IssueAsync();
        foreach (var hours in new[] { -1, KeyDesk.OverlapHoursMost + 1 })
            Assert.Equal("unreadable", (await RotateAsync(key.Id, hours)).Refusal!.Type);
        Assert.Equal("unreadable", (await desk.RotateAsync(Company, key.Id, 0, new DateOnly(2026, 2, 2), None)).Refusal!.Type);
        Assert.Equal("unreadable", (await desk.IssueAsync(Company, "erp", "ERP", new DateOnly(2026, 2, 2), None)).Refusal!.Type);
        Assert.Equal("unknown-key", (await RotateAsync("0000000000000000")).Refusal!.Type);
        Assert.Equal("unknown-key", (await desk.RotateAsync("baska", key.Id, 0, expiresOn: null, None)).Refusal!.Type);
        var successor = (await RotateAsync(key.Id)).Value!;
        var again = (await RotateAsync(key.Id)).Refusal!;
        Assert.Equal(("key-replaced", successor.Id), (again.Type, again.Values["replacedBy"]));
        await desk.RevokeAsync(Company, successor.Id, None);
        Assert.Equal("key-revoked", (await RotateAsync(successor.Id)).Refusal!.Type);
        // Neither a refusal nor a second try left a key behind.
        Assert.Equal(2, await keys.ListAsync(Company, None).CountAsync(None));
    }

    [Fact]
    public async Task Of_two_who_rotate_at_once_one_is_refused_and_one_key_is_made()
    {
        var key = await IssueAsync();
        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => RotateAsync(key.Id))));
        Assert.Single(told, one => !one.IsRefused);
        Assert.All(told.Where(one => one.IsRefused), one => Assert.Equal("key-replaced", one.Refusal!.Type));
        Assert.Equal(2, await keys.ListAsync(Company, None).CountAsync(None));
    }

    [Fact]
    public async Task A_rotation_whose_answer_was_lost_finds_itself()
    {
        var key = await IssueAsync();
        var lossy = new Mock<IKeys>();
        lossy.Setup(port => port.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns((string id, CancellationToken _) => keys.FindAsync(id, None));
        lossy.Setup(port => port.ReplaceAsync(It.IsAny<ApiKey>(), It.IsAny<ApiKey>(), It.IsAny<ApiKey>(), It.IsAny<CancellationToken>()))
            .Returns(async (ApiKey read, ApiKey changed, ApiKey successor, CancellationToken _) => await keys.ReplaceAsync(read, changed, successor, None) && await keys.ReplaceAsync(read, changed, successor, None));
        var issued = (await DeskOver(lossy.Object).RotateAsync(Company, key.Id, overlapHours: null, expiresOn: null, None)).Value!;
        Assert.Equal("in", await KnockAsync(issued.Key));
        Assert.Equal(clock.GetUtcNow().AddHours(24), issued.ReplacedUntil);
    }

    [Theory]
    [InlineData("2026-02-03", null, 0, "Anahtarın süresi bugün doluyor; yenilenmezse yarından başlayarak kullanılamaz.")]
    [InlineData("2026-02-04", null, 1, "Anahtarın süresi 04.02.2026 günü doluyor; 1 gün kaldı. O güne kadar yenilenmelidir.")]
    [InlineData("2026-02-17", null, 14, "Anahtarın süresi 17.02.2026 günü doluyor; 14 gün kaldı. O güne kadar yenilenmelidir.")]
    [InlineData("2026-02-18", null, 15, null)]
    [InlineData(null, null, null, null)]
    [InlineData("2026-02-02", null, null, "Anahtarın süresi 02.02.2026 günü doldu; yenilenmeden kullanılamaz.")]
    [InlineData(null, "2026-02-05T14:05:00+03:00", 2, "Anahtar yenilendi; eskisi 05.02.2026 günü saat 14:05 itibarıyla sona erer. Yerine verilen anahtara geçilmelidir.")]
    [InlineData("2026-12-31", "2026-03-05T14:05:00+03:00", 30, "Anahtar yenilendi; eskisi 05.03.2026 günü saat 14:05 itibarıyla sona erer. Yerine verilen anahtara geçilmelidir.")]
    [InlineData("2026-02-04", "2026-02-05T14:05:00+03:00", 1, "Anahtarın süresi 04.02.2026 günü doluyor; 1 gün kaldı. O güne kadar yenilenmelidir.")]
    [InlineData(null, "2026-02-03T09:00:00+03:00", null, "Anahtar yenilendi ve eskisinin süresi doldu.")]
    public void A_key_is_warned_of_from_fourteen_days_before_its_end(string? expiresOn, string? endsAt, int? daysLeft, string? warning)
    {
        var now = clock.GetUtcNow();
        var key = Stored with { ExpiresOn = expiresOn is null ? null : DateOnly.Parse(expiresOn, CultureInfo.InvariantCulture), EndsAt = endsAt is null ? null : DateTimeOffset.Parse(endsAt, CultureInfo.InvariantCulture) };
        Assert.Equal((daysLeft, warning), (KeyTerm.DaysLeft(key, now), KeyTerm.WarningOf(key, now)));
        Assert.Null(warning is null ? null : Ear.ObjectsToSentence(warning));
        Assert.Equal((null, null), (KeyTerm.DaysLeft(key with { RevokedAt = now }, now), KeyTerm.WarningOf(key with { RevokedAt = now }, now)));
    }

    private static ApiKey Stored => new() { Id = "k", Company = Company, Role = "erp", Name = "n", SecretHash = "ab", CreatedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    private KeyDesk DeskOver(IKeys port)
    {
        var companies = new Mock<ICompanies>();
        companies.Setup(known => known.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(new Versioned<Company>(Vouchers.VoucherGen.CompanyOf(2026), "1"));
        return new KeyDesk(port, companies.Object, clock, count => System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(Interlocked.Increment(ref secrets)))[..count]);
    }

    private async Task<IssuedKey> IssueAsync(DateOnly? expiresOn = null) => (await desk.IssueAsync(Company, "accountant", "Muhasebe", expiresOn, None)).Value!;

    private Task<Outcome<IssuedKey>> RotateAsync(string id, int? overlapHours = null) => desk.RotateAsync(Company, id, overlapHours, expiresOn: null, None);

    private async Task<string> KnockAsync(string key, bool isInAddress = false) => (await recognition.RecogniseAsync(key, isInAddress, None)).Refusal?.Type ?? "in";
}
