using System.Diagnostics;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;

namespace EDefter.Functions.Telemetry;

/// <summary>A request from its function's start until its answer is sent. It tells route, method, status and role, and the type of a refusal: never the address that was called.</summary>
internal sealed class WatchedAnswer
{
    // What servers write down for a client who left; nobody is sent it.
    private const int ClientLeft = 499;

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

    private readonly Instruments instruments;
    private readonly WatchedFunction function;
    private readonly Activity? span;
    private readonly HttpContext http;
    private readonly TimeProvider clock;
    private readonly long started;
    private int ended;

    public WatchedAnswer(Instruments instruments, WatchedFunction function, Activity? span, HttpContext http, TimeProvider clock)
    {
        (this.instruments, this.function, this.span, this.http, this.clock) = (instruments, function, span, http, clock);
        started = clock.GetTimestamp();
        http.Response.OnCompleted(() =>
        {
            End(http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted ? ClientLeft : http.Response.StatusCode, fault: null);
            return Task.CompletedTask;
        });
    }

    /// <summary>The function ended in a fault, which the host answers.</summary>
    public void Fail(Exception fault) => End(StatusOf(fault), fault.GetType().Name);

    private void End(int status, string? fault)
    {
        if (Interlocked.Exchange(ref ended, 1) == 1)
            return;
        var method = Methods.FirstOrDefault(known => known.Equals(http.Request.Method, StringComparison.OrdinalIgnoreCase)) ?? "_OTHER";
        var told = new TagList { { Words.Method, method }, { Words.Route, function.Route }, { Words.Status, status } };
        instruments.RequestDuration.Record(clock.GetElapsedTime(started).TotalSeconds, told);
        var refusal = (http.Items[typeof(Refusal)] as Refusal)?.Type;
        if (refusal is not null)
            instruments.Refusals.Add(1, Words.Tag(Words.Refusal, refusal));
        if (span is null)
            return;
        foreach (var (name, value) in told)
            span.SetTag(name, value);
        span.SetTag(Words.Role, (http.Items[typeof(Caller)] as Caller)?.Role.ToWire()).SetTag(Words.Refusal, refusal).SetTag(Words.ErrorType, fault);
        if (status >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
        span.Dispose();
    }

    private int StatusOf(Exception fault) => fault switch
    {
        OperationCanceledException when http.RequestAborted.IsCancellationRequested => ClientLeft,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
