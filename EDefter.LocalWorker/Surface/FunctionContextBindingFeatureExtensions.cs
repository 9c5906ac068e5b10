using EDefter.LocalWorker.Functions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What an invocation was given and gave back.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    public static InvocationResult GetInvocationResult(this FunctionContext context) => new LocalInvocationResult((Invocation)context);
}
