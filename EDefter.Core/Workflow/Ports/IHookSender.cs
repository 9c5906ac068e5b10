namespace EDefter.Core.Workflow.Ports;

/// <summary>Sends one message to somebody else's server, without trusting its name, its answers or its patience.</summary>
public interface IHookSender
{
    /// <summary>Never throws for what the other side does: that is an outcome.</summary>
    Task<HookAnswer> SendAsync(HookRequest request, CancellationToken cancellationToken);
}
