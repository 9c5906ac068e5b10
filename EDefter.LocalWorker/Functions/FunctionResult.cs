using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EDefter.LocalWorker.Functions;

/// <summary>What a function gave back: its HTTP answer, if any, and the values that are not null with where they go.</summary>
internal sealed record FunctionResult(IActionResult? Answer, IReadOnlyList<(OutputBindingAttribute Output, object Value)> Outputs)
{
    public static FunctionResult Nothing { get; } = new(Answer: null, []);
}
