using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Register;
using EDefter.Functions.Sample;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Simulation;

/// <summary>
/// One company's life in a simulated world: two ERPs, a bookkeeper, two numberers, an archiver and the timers act at once while storage and
/// processes fail; then the faults stop, everybody repeats what they want, the months are closed, and the auditor reads everything.
/// </summary>
internal static class Life
{
    private static readonly FiscalYear Year2024 = new() { Start = new DateOnly(2024, 1, 1), End = new DateOnly(2024, 12, 31) };
    private static readonly FiscalYear Year2025 = new() { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) };

    /// <returns>The world as it ended.</returns>
    public static World Run(int seed, Func<Invariants.Plant> plant)
    {
        var world = new World(seed, plant);
        try
        {
            world.Schedule.Run(() => LiveAsync(world));
        }
        catch (Exception law)
        {
            throw new InvalidOperationException($"{law.Message}\n{world.Story}", law);
        }

        return world;
    }

    private static async Task LiveAsync(World world)
    {
        world.Begin();
        var company = await OpenAsync(world);
        world.Company = company;
        var auditor = new Auditor(world, company);
        var (first, second, bookkeeper, archiver) = (new Erp(world, 1), new Erp(world, 2), new Bookkeeper(world), new Archiver(world));
        var (numberer, other) = (new Numberer(world, "Numaracı"), new Numberer(world, "Öteki numaracı"));
        _ = TickAsync(world, company);
        await Task.WhenAll(((Person[])[first, second, bookkeeper, numberer, other, archiver]).Select(person => person.LiveAsync((person is Erp ? 2 : 1) * (2 + world.Random.Next(5)))).Append(LookAsync(world, auditor)));
        world.Weather.IsCalm = true;
        // A tick may hang at a call of the bad weather for two hours. Its host would give it up after ten minutes, and the next one comes all the same.
        _ = TickAsync(world, company);
        await RestAsync(world);
        await Task.WhenAll(first.SettleAsync(), second.SettleAsync());
        foreach (var month in Person.Months)
        {
            await bookkeeper.MendAsync(month);
            await numberer.CloseAsync(month);
            await archiver.CloseAsync(month);
        }

        await RestAsync(world);
        await auditor.ReadAllAsync();
    }

    // Nobody waits for the timers: what brings them down must bring the world down, or nothing would be swept from then on and nobody would know.
    private static async Task TickAsync(World world, Company company)
    {
        try
        {
            await new Timers(world, company).LiveAsync(int.MaxValue);
        }
        catch (Exception fault)
        {
            world.Schedule.Break(fault);
        }
    }

    private static async Task<Company> OpenAsync(World world)
    {
        var approval = new AutoClose { Day = 1, ApprovedBy = "Nurgül Özışık", ApprovedOn = new DateOnly(2025, 2, 1), RepairClasses = ["A"], Profile = "izibiz" };
        var company = SampleCompany.Company with { Id = Person.Company, AdoptionDate = new DateOnly(2024, 12, 1), FiscalYear = Year2024, FiscalYears = [], AutoClose = world.Random.Next(2) == 0 ? approval : null };
        await SaveAsync(company);
        return await SaveAsync(company with { FiscalYear = Year2025 });

        async Task<Company> SaveAsync(Company given)
        {
            var saved = await world.AskAsync(services => services.GetRequiredService<CompanyRegister>().SaveAsync(given, new Actor("Kayıt", "key-1"), CancellationToken.None));
            Assert.Null(saved.Refusal?.Detail);
            return saved.Value!;
        }
    }

    private static async Task LookAsync(World world, Auditor auditor)
    {
        for (var n = 0; n < 3; n++)
        {
            await world.Schedule.PassAsync(world.Pause() * 5);
            await auditor.ReadBooksAsync();
        }
    }

    // Until nobody works on anything: the sweep finds what died without a message.
    private static async Task RestAsync(World world)
    {
        var rest = world.Schedule.Now + TimeSpan.FromMinutes(30);
        while (world.Schedule.Now < rest || !world.Queues.IsEmpty)
            await world.Schedule.PassAsync(TimeSpan.FromMinutes(1));
    }
}
