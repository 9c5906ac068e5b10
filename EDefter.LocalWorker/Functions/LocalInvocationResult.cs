using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.LocalWorker.Functions;

/// <summary>The answer of an invocation; a function without one has none here.</summary>
internal sealed class LocalInvocationResult(Invocation invocation) : InvocationResult
{
    public override object? Value
    {
        get => invocation.Result.Answer;
        set => invocation.Result = invocation.Result with { Answer = value as IActionResult };
    }
}
