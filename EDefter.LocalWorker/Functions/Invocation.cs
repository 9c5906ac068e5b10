using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace EDefter.LocalWorker.Functions;

/// <summary>One run of a function, with a service scope of its own that lives until the answer is sent and the outputs are written.</summary>
internal sealed class Invocation : FunctionContext, IAsyncDisposable
{
    private readonly AsyncServiceScope scope;
    private readonly CancellationTokenSource cancellation;

    public Invocation(FunctionDescription function, AsyncServiceScope scope, InvocationStart start, CancellationTokenSource cancellation)
    {
        this.scope = scope;
        this.cancellation = cancellation;
        Function = function;
        TriggerValue = start.TriggerValue;
        TraceContext = new LocalTraceContext(start.HttpContext);
        BindingContext = new LocalBindingContext(start.BindingData);
        InstanceServices = scope.ServiceProvider;
        if (start.HttpContext is { } http)
            Items[FunctionContextExtensions.HttpContextKey] = http;
    }

    public FunctionDescription Function { get; }

    /// <summary>A message's bytes or a <see cref="TimerInfo"/>; null for HTTP.</summary>
    public object? TriggerValue { get; }

    /// <summary>Set by the function; stays empty when a middleware answered in its place.</summary>
    public FunctionResult Result { get; set; } = FunctionResult.Nothing;

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => Function.Definition.Id;

    public override TraceContext TraceContext { get; }

    public override BindingContext BindingContext { get; }

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => Function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellation.Token;

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        cancellation.Dispose();
    }
}
