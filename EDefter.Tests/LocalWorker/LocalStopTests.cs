using EDefter.Functions.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace EDefter.Tests.LocalWorker;

/// <summary>The program on a developer's machine ends with a sentence, also when what runs cannot be ended in time.</summary>
public sealed class LocalStopTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_cannot_be_stopped_in_time_is_said_and_is_no_crash(int stuck)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(50));
        for (var n = 0; n < stuck; n++)
            builder.Services.AddSingleton<IHostedService>(new Stuck());
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Equal(stuck == 0 ? 0 : 1, await LocalStop.RunAsync(() => host.WaitForShutdownAsync(CancellationToken.None), TextWriter.Null));

        await using var error = new StringWriter();
        Assert.Equal(stuck == 0 ? 0 : 1, await LocalStop.RunAsync(() => host.StopAsync(CancellationToken.None), error));
        if (stuck == 0)
            Assert.Empty(error.ToString());
        else
            Assert.Contains("Süren işler kuyrukta, yeniden başlatınca sürer.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_other_fault_travels_on() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => LocalStop.RunAsync(() => throw new InvalidOperationException("planted"), TextWriter.Null));

    private sealed class Stuck : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }
}
