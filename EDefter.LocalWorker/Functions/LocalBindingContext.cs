using Microsoft.Azure.Functions.Worker;

namespace EDefter.LocalWorker.Functions;

/// <summary>The trigger's data of one invocation.</summary>
internal sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> bindingData) : BindingContext
{
    public override IReadOnlyDictionary<string, object?> BindingData { get; } = bindingData;
}
