using System.Diagnostics;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Moq;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace EDefter.Tests.Telemetry;

/// <summary>What is told of a message's age and of faults.</summary>
public sealed class InvocationWatchTests
{
    private const string Source = "EDefter.InvocationWatchTests";
    private const string Name = "4540536920 DENEME TİCARET A.Ş.";

    private static readonly DateTimeOffset Now = new(2025, 2, 5, 4, 0, 0, TimeSpan.Zero);

    private readonly List<Activity> spans = [];
    private readonly List<MetricSnapshot> measures = [];

    [Theory]
    [InlineData("2025-02-05T03:59:30.0000000+00:00", "1", 30)]
    // The host hands over JSON.
    [InlineData("\"2025-02-05T06:59:00+03:00\"", "1", 60)]
    // Clocks differ.
    [InlineData("2025-02-05T04:00:01+00:00", "1", 0)]
    [InlineData("2025-02-05T03:59:30+00:00", "2", null)]
    [InlineData("yesterday", "1", null)]
    [InlineData(null, "1", null)]
    public async Task The_age_of_a_message_is_told_when_it_comes_first(string? inserted, string delivery, int? seconds)
    {
        await WatchAsync(new Dictionary<string, object?>(StringComparer.Ordinal) { ["InsertionTime"] = inserted, ["DequeueCount"] = delivery }, _ => Task.CompletedTask);
        var ages = measures.Where(measure => measure.Name == "edefter.queue.age").SelectMany(measure => measure.MetricPoints).ToList();
        Assert.Equal(seconds is null ? [] : [(double)seconds], ages.Select(age => age.GetHistogramSum()));
    }

    [Fact]
    public async Task A_fault_is_told_by_its_type_and_its_message_by_nobody()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => WatchAsync(new Dictionary<string, object?>(StringComparer.Ordinal), _ => throw new InvalidDataException(Name)));
        var span = Assert.Single(spans);
        Assert.Equal(("RunJob", ActivityStatusCode.Error, null, "InvalidDataException"), (span.DisplayName, span.Status, span.StatusDescription, span.GetTagItem("error.type")));
        Assert.Empty(new ExportJudge(new HashSet<string>()).FaultsOf(span));
    }

    [Fact]
    public async Task Nobody_is_troubled_while_nobody_listens()
    {
        using var instruments = new Instruments(Source + ".Unheard");
        await new InvocationWatch(new FunctionTable(), instruments, TimeProvider.System).Invoke(Mock.Of<FunctionContext>(MockBehavior.Strict), _ =>
        {
            Assert.Null(new WorkWatch(instruments).TraceParent);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public void A_job_that_is_given_up_is_counted()
    {
        using (var instruments = new Instruments(Source))
        using (Meters())
        {
            var job = new Job { Id = "j", Kind = "check", Company = "otel", Branch = "0000", Request = "{}", Actor = new Actor(Name, "k"), StartedAt = Now.AddMinutes(-2), EndedAt = Now };
            new WorkWatch(instruments).GaveUp(job);
        }

        var point = Assert.Single(measures.Where(measure => measure.Name == "edefter.job.duration").SelectMany(measure => measure.MetricPoints));
        Assert.Equal(120, point.GetHistogramSum());
        var tags = new List<KeyValuePair<string, object?>>();
        foreach (var tag in point.Tags)
            tags.Add(tag);
        Assert.Equal([new("edefter.job.kind", "check"), new("edefter.job.outcome", "given-up")], tags);
    }

    private async Task WatchAsync(IReadOnlyDictionary<string, object?> data, FunctionExecutionDelegate next)
    {
        using var instruments = new Instruments(Source);
        using var tracer = Sdk.CreateTracerProviderBuilder().AddSource(Source).AddInMemoryExporter(spans).Build();
        using var meters = Meters();
        var context = new Mock<FunctionContext>();
        context.SetupGet(told => told.FunctionDefinition).Returns(Mock.Of<FunctionDefinition>(definition => definition.Name == "RunJob"));
        context.SetupGet(told => told.TraceContext).Returns(Mock.Of<TraceContext>(trace => trace.TraceParent == string.Empty));
        context.SetupGet(told => told.BindingContext).Returns(Mock.Of<BindingContext>(binding => binding.BindingData == data));
        context.SetupGet(told => told.Items).Returns(new Dictionary<object, object>());
        await new InvocationWatch(new FunctionTable(), instruments, new StoppedClock(Now)).Invoke(context.Object, next);
    }

    private MeterProvider Meters() => Sdk.CreateMeterProviderBuilder().AddMeter(Source).AddInMemoryExporter(measures).Build();

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
