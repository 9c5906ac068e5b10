using Microsoft.AspNetCore.Http;

namespace EDefter.LocalWorker.Functions;

/// <summary>What a trigger knows when it starts a function.</summary>
/// <param name="BindingData">By name, without regard to case.</param>
/// <param name="TriggerValue">A message's bytes or a timer's information; null for HTTP.</param>
/// <param name="HttpContext">Null unless HTTP.</param>
internal sealed record InvocationStart(IReadOnlyDictionary<string, object?> BindingData, object? TriggerValue, HttpContext? HttpContext);
