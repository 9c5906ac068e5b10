using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Webhooks;

/// <summary>Messages in the order of their sending; a test delivers them, or loses them.</summary>
internal sealed class MemoryHookMail : IHookMail
{
    public List<(string Company, string? Hook, TimeSpan Delay)> Messages { get; } = [];

    public Task SendAsync(string company, string? hook, TimeSpan delay, CancellationToken cancellationToken)
    {
        Messages.Add((company, hook, delay));
        return Task.CompletedTask;
    }
}
