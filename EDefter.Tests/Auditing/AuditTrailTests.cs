using System.Text.Json;
using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Auditing;
using EDefter.Storage.Tables;
using EDefter.Tests.Simulation;
using EDefter.Tests.Storage;
using Moq;
using Xunit;

namespace EDefter.Tests.Auditing;

/// <summary>However appends of several processes fall together, and whatever is lost, sent twice or killed: one chain without a gap, in which everything that was promised stands.</summary>
public sealed class AuditTrailTests
{
    private const int Writers = 3;
    private const int Seeds = 150;

    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.15)]
    public void Appends_of_three_writers_give_one_chain_without_a_gap(double faults)
    {
        for (var seed = 1; seed <= Seeds; seed++)
            Live(seed, faults, Mutants.None);
    }

    [Fact]
    public void Writers_without_conditions_are_caught()
    {
        var caught = Enumerable.Range(1, 20).Count(seed => Record.Exception(() => Live(seed, faults: 0, Mutants.WithoutETags)) is Xunit.Sdk.XunitException);
        Assert.True(caught > 10, $"only {caught} of 20 worlds noticed that writers overwrite each other");
    }

    [Fact]
    public async Task Who_waits_is_written_with_the_others_that_wait()
    {
        var table = new CountingTable(new MemoryTable());
        var log = new TableAudit(table);
        var trail = new AuditTrail(new SlowLog(log), Mock.Of<ICompanies>());
        await Task.WhenAll(Enumerable.Range(1, 200).Select(n => Task.Run(() => trail.AppendAsync(company: null, AuditLines.Entry($"a-{n}"), None))));
        Assert.InRange(table.Writes, 3, 40);
        Assert.Equal(200, (await VerdictAsync(log)).Last.Sequence);
    }

    [Fact]
    public async Task A_forged_record_behind_the_end_stops_the_trail_and_is_told()
    {
        var table = new MemoryTable();
        var log = new TableAudit(table);
        var trail = new AuditTrail(log, Mock.Of<ICompanies>());
        await trail.AppendAsync(company: null, AuditLines.Entry("a"), None);
        await table.SubmitAsync([TableAction.Insert(new TableRow("~house", TableAudit.Key(2)) { Columns = { ["Json"] = "{}", ["Hash"] = "x" } })], None);
        await Assert.ThrowsAsync<InvalidDataException>(() => trail.AppendAsync(company: null, AuditLines.Entry("b"), None));
        Assert.Equal(AuditBreakKind.Changed, (await VerdictAsync(log)).Break!.Kind);
    }

    [Fact]
    public async Task A_trail_that_takes_no_more_can_still_be_judged()
    {
        var table = new MemoryTable();
        var log = new TableAudit(table);
        var trail = new AuditTrail(log, Mock.Of<ICompanies>());
        await trail.AppendAsync(company: null, AuditLines.Entry("a"), None);
        await table.SubmitAsync([TableAction.Insert(new TableRow("~house", TableAudit.Key(2)) { Columns = { ["Json"] = "{}", ["Hash"] = "x" } })], None);
        var tries = new RefusedTries(trail, TimeProvider.System);
        tries.Add(new RefusedTry(Company: null, "PutCompany", "PUT api/companies/{co}", Key: null, Role: null, 401, "unauthenticated"));
        var verdict = await new AuditDesk(log, Mock.Of<ICompanies>(), trail, tries).VerifyAsync(company: null, noted: null, None);
        Assert.Equal(AuditBreakKind.Changed, verdict.Value!.Break!.Kind);
    }

    [Fact]
    public async Task What_belongs_to_no_company_that_exists_stands_in_the_houses_trail()
    {
        var log = new TableAudit(new MemoryTable());
        var companies = new Mock<ICompanies>();
        var trail = new AuditTrail(log, companies.Object);
        await trail.AppendAsync("otel", AuditLines.Entry("a"), None);
        companies.Setup(all => all.FindAsync("otel", It.IsAny<CancellationToken>())).ReturnsAsync(new Versioned<Core.Companies.Company>(new Core.Companies.Company { Id = "otel", TaxId = "" }, "1"));
        await trail.AppendAsync("otel", AuditLines.Entry("b"), None);
        Assert.Contains("\"co\":\"otel\"", Assert.Single(await log.ReadAsync(AuditTrail.House, 0, None).ToListAsync(None)).Text, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"b\"", Assert.Single(await log.ReadAsync("otel", 0, None).ToListAsync(None)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_tries_are_told_together_and_what_cannot_be_recorded_stays_counted()
    {
        var table = new FailingTable(new MemoryTable()) { Fails = true };
        var log = new TableAudit(table);
        var tries = new RefusedTries(new AuditTrail(log, Mock.Of<ICompanies>()), TimeProvider.System);
        var tried = new RefusedTry("otel", "PutCompany", "PUT api/companies/{co}", Key: null, Role: null, 401, "unauthenticated");
        for (var n = 0; n < 500; n++)
            tries.Add(tried with { Company = $"uydurma-{n}" });
        tries.Add(tried with { Act = "GetPeriod", Key = "k", Role = "erp", Status = 403, Reason = "not-yours" });
        await Assert.ThrowsAsync<StorageFaultException>(() => tries.RecordAsync(None));
        table.Fails = false;
        await tries.RecordAsync(None);
        await tries.RecordAsync(None);
        var told = (await log.ReadAsync(AuditTrail.House, 0, None).ToListAsync(None)).Select(line => JsonSerializer.Deserialize<JsonElement>(line.Text)).ToList();
        // Companies that somebody made up are no reason for a record each.
        Assert.Equal([("GetPeriod", "not-yours", 1), ("PutCompany", "unauthenticated", 500)], told.Select(one => (one.GetProperty("act").GetString()!, one.GetProperty("reason").GetString()!, one.GetProperty("counts").GetProperty("tries").GetInt32())).Order());
    }

    private static void Live(int seed, double faults, Func<ITable, ITable> plant)
    {
        var schedule = new Schedule(new DateTimeOffset(2025, 3, 3, 9, 0, 0, TimeSpan.Zero));
        var random = new Random(seed);
        var table = new MemoryTable();
        var promised = new List<string>();
        var tried = new Dictionary<string, int>(StringComparer.Ordinal);
        schedule.Run(() => Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteAsync)));
        AssertChain(new TableAudit(table), promised, tried, faults);

        async Task WriteAsync(int writer)
        {
            var trail = Open();
            for (var round = 0; round < 4; round++)
            {
                await Task.WhenAll(Enumerable.Range(0, 1 + random.Next(4)).Select(n => AppendAsync(trail, $"{writer}-{round}-{n}")));
                // The process dies, and another one takes its place.
                if (random.Next(3) == 0)
                    trail = Open();
            }
        }

        async Task AppendAsync(AuditTrail trail, string id)
        {
            while (true)
            {
                try
                {
                    tried[id] = tried.GetValueOrDefault(id) + 1;
                    await trail.AppendAsync(company: null, AuditLines.Entry(id), None);
                    promised.Add(id);
                    return;
                }
                catch (StorageFaultException)
                {
                    await schedule.PassAsync(TimeSpan.FromMilliseconds(random.Next(50)));
                }
            }
        }

        AuditTrail Open()
        {
            var identities = 0;
            var process = random.Next();
            return new AuditTrail(new TableAudit(new ReliableTable(plant(new UnkindTable(table, schedule, random, faults)), () => new Guid(++identities, 0, 0, BitConverter.GetBytes((long)process)))), Mock.Of<ICompanies>());
        }
    }

    private static void AssertChain(TableAudit log, List<string> promised, Dictionary<string, int> tried, double faults)
    {
        var verdict = VerdictAsync(log);
        Assert.True(verdict.IsCompleted);
        Assert.True(verdict.Result.Intact, verdict.Result.Break?.Text);
        var ids = log.ReadAsync(AuditTrail.House, 0, None).ToBlockingEnumerable(None).Select(line => JsonSerializer.Deserialize<JsonElement>(line.Text).GetProperty("ids").GetProperty("id").GetString()!).ToList();
        Assert.Equal(ids.Count, verdict.Result.Last.Sequence);
        Assert.Empty(promised.Except(ids, StringComparer.Ordinal));
        // A try whose answer was lost may stand although it was made again; nothing stands that was not tried.
        Assert.All(ids.CountBy(id => id, StringComparer.Ordinal), stood => Assert.InRange(stood.Value, 1, tried[stood.Key]));
        if (faults == 0)
            Assert.Equal(promised.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
    }

    private static async Task<AuditVerdict> VerdictAsync(TableAudit log)
    {
        var trail = new AuditTrail(log, Mock.Of<ICompanies>());
        return (await new AuditDesk(log, Mock.Of<ICompanies>(), trail, new RefusedTries(trail, TimeProvider.System)).VerifyAsync(company: null, noted: null, None)).Value!;
    }

    private sealed class CountingTable(ITable inner) : TableDecorator(inner)
    {
        private int writes;

        public int Writes => writes;

        public override Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref writes);
            return base.SubmitAsync(actions, cancellationToken);
        }
    }

    private sealed class FailingTable(ITable inner) : TableDecorator(inner)
    {
        public bool Fails { get; set; }

        public override Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken) =>
            Fails ? throw new StorageFaultException(Mishap.LostBefore) : base.SubmitAsync(actions, cancellationToken);
    }

    private sealed class SlowLog(IAuditLog inner) : IAuditLog
    {
        public Task<Versioned<AuditHead>?> FindHeadAsync(string trail, CancellationToken cancellationToken) => inner.FindHeadAsync(trail, cancellationToken);

        public async Task<Versioned<AuditHead>?> AppendAsync(string trail, string? version, IReadOnlyList<AuditLine> lines, CancellationToken cancellationToken)
        {
            await Task.Delay(20, cancellationToken);
            return await inner.AppendAsync(trail, version, lines, cancellationToken);
        }

        public IAsyncEnumerable<AuditLine> ReadAsync(string trail, long after, CancellationToken cancellationToken) => inner.ReadAsync(trail, after, cancellationToken);
    }
}
