using Azure;
using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Auditing;
using EDefter.Tests.Gate;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using Xunit;

namespace EDefter.Tests.Auditing;

/// <summary>Whatever keeps refused tries from being recorded, the program goes on: what a background service throws would end it.</summary>
public sealed class RecordRefusedTriesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Exception> Faults => [new InvalidDataException("forged"), new RequestFailedException(400, "out of range"), new RequestFailedException(503, "away")];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task No_fault_of_the_trail_gets_out_and_what_was_counted_stays_counted(Exception fault)
    {
        var log = new Mock<IAuditLog>();
        log.Setup(port => port.FindHeadAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(fault);
        var tries = new RefusedTries(new AuditTrail(log.Object, Mock.Of<ICompanies>()), new SteppedClock());
        tries.Add(new RefusedTry("uydurma", "PutCompany", "PUT api/companies/{co}", Key: null, Role: null, 401, "unauthenticated"));
        using var recording = new RecordRefusedTries(tries, TimeProvider.System, NullLogger<RecordRefusedTries>.Instance);
        await recording.StartAsync(Cancellation);
        await recording.StopAsync(Cancellation);
        log.Verify(port => port.FindHeadAsync(AuditTrail.House, It.IsAny<CancellationToken>()), Times.Once);
        Assert.Same(fault, await Record.ExceptionAsync(() => tries.RecordAsync(Cancellation)));
    }
}
