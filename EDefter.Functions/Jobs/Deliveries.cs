using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>What a queue trigger tells of its message besides its text.</summary>
internal static class Deliveries
{
    /// <summary>The id of the message: the same when it is delivered again.</summary>
    public static string? MessageId(this FunctionContext context) => context.BindingContext.BindingData.TryGetValue("Id", out var id) ? id as string : null;
}
