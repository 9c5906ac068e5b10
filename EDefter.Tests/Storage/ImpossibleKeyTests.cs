using EDefter.Core.Workflow.Ports;
using EDefter.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>
/// Ids stand in addresses, where anybody writes what he likes. The real service refuses a request whose key is longer than a key may be (the emulator does not), which would be a fault of ours; such a
/// row is not there, and nobody has to be asked.
/// </summary>
public sealed class ImpossibleKeyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData('x', 600)]
    [InlineData('!', 8_000)]
    [InlineData('ı', 103)]
    public async Task What_is_longer_than_a_key_is_not_there_and_storage_is_not_asked(char letter, int length)
    {
        var services = new ServiceCollection();
        services.AddEDefterStorage("UseDevelopmentStorage=true", TimeProvider.System, new SilentTransport());
        await using var storage = services.BuildServiceProvider();
        var id = new string(letter, length);
        Assert.Null(await storage.GetRequiredService<ICompanies>().FindAsync(id, Cancellation));
        Assert.Null(await storage.GetRequiredService<IJobs>().FindAsync(id, Cancellation));
        Assert.Null(await storage.GetRequiredService<IWebhooks>().FindAsync("otel", id, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => storage.GetRequiredService<ICompanies>().FindAsync("otel", Cancellation));
    }
}
