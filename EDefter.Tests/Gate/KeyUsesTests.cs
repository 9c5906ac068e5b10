using Azure;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Gate;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Xunit;

namespace EDefter.Tests.Gate;

/// <summary>The last use of a key: a write an hour, and never a request that fails for it.</summary>
public sealed class KeyUsesTests
{
    private readonly SteppedClock clock = new();
    private readonly Mock<IKeys> keys = new();
    private readonly KeyUses uses;

    public KeyUsesTests() => uses = new KeyUses(keys.Object, clock, NullLogger<KeyUses>.Instance);

    private ApiKey Key => new() { Id = "k", Company = "otel", Role = "erp", Name = "n", SecretHash = "ab", CreatedAt = clock.GetUtcNow() };

    [Fact]
    public async Task A_thousand_requests_of_two_hours_write_three_times()
    {
        for (var n = 0; n <= 1000; n++)
        {
            await uses.NoteAsync(Key);
            clock.Pass(TimeSpan.FromHours(2) / 1000);
        }

        Written(3);
    }

    [Fact]
    public async Task What_another_instance_wrote_within_the_hour_is_not_written_again()
    {
        await uses.NoteAsync(Key with { LastUsedAt = clock.GetUtcNow().AddMinutes(-59) });
        Written(0);
        await uses.NoteAsync(Key with { LastUsedAt = clock.GetUtcNow().AddMinutes(-60) });
        Written(1);
    }

    [Fact]
    public async Task A_write_that_fails_is_made_with_the_next_request()
    {
        keys.Setup(port => port.TouchAsync(It.IsAny<ApiKey>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>())).ThrowsAsync(new RequestFailedException(403, "read only"));
        await uses.NoteAsync(Key);
        keys.Reset();
        await uses.NoteAsync(Key);
        Written(1);
    }

    private void Written(int times) => keys.Verify(port => port.TouchAsync(It.IsAny<ApiKey>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()), Times.Exactly(times));
}
