using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Simulation;

/// <summary>Somebody who outlives every process: asks, asks again what was not answered, and looks at what the answers say.</summary>
internal abstract class Person(World world, string name)
{
    public const string Company = "deneme";
    public static readonly string[] Months = ["2024-12", "2025-01", "2025-02"];

    private static readonly TimeSpan JobLife = TimeSpan.FromMinutes(20);

    private int acts;

    protected World World => world;

    protected Random Random => world.Random;

    protected static CancellationToken Cancellation => CancellationToken.None;

    protected static string Branch => Core.Companies.Branch.HeadOffice;

    protected static BookId Book => new(Company, Branch);

    /// <summary>Acts as often as told, with pauses.</summary>
    public async Task LiveAsync(int times)
    {
        for (var n = 0; n < times; n++)
        {
            await world.Schedule.PassAsync(world.Pause() * 3);
            await ActAsync();
        }
    }

    protected abstract Task ActAsync();

    /// <summary>Every request has a name of its own, so that the trail tells whose commit is whose.</summary>
    protected string NextName() => string.Create(CultureInfo.InvariantCulture, $"{name} {++acts}");

    protected static Actor ActorOf(string by) => new(by, "key-1");

    protected string AnyMonth() => Months[Random.Next(Months.Length)];

    protected Task<T> AskAsync<TUseCase, T>(Func<TUseCase, Task<T>> request)
        where TUseCase : notnull => world.AskAsync(services => request(services.GetRequiredService<TUseCase>()));

    /// <summary>Asks for a job and waits for its end; asks again for one that does not end, or that a fault has ended.</summary>
    protected async Task<Outcome<string>> DoAsync<TDesk>(Func<TDesk, Task<Outcome<Job>>> ask)
        where TDesk : notnull
    {
        while (true)
        {
            var asked = await AskAsync(ask);
            if (asked.IsRefused)
                return asked.Refusal;
            var job = await WaitAsync(asked.Value.Id);
            switch (job)
            {
                case { State: JobState.Succeeded }:
                    return job.Result!;
                case { State: JobState.Failed, Problem.Status: < 500 }:
                    return job.Problem;
            }
        }
    }

    protected static T Expect<T>(Outcome<T> outcome)
        where T : class
    {
        Assert.False(outcome.IsRefused, $"{outcome.Refusal?.Type}: {outcome.Refusal?.Detail}");
        return outcome.Value!;
    }

    private async Task<Job> WaitAsync(string id)
    {
        var until = world.Schedule.Now + JobLife;
        while (true)
        {
            await world.Schedule.PassAsync(world.Pause());
            var job = await AskAsync<JobDesk, Job?>(desk => desk.FindAsync(id, Cancellation));
            if (JobDesk.HasEnded(job!) || world.Schedule.Now > until)
                return job!;
        }
    }
}
