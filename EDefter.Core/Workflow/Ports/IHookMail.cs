namespace EDefter.Core.Workflow.Ports;

/// <summary>The queue that says that there is something to look at. A message may be lost or come twice: nothing but haste depends on it.</summary>
public interface IHookMail
{
    /// <param name="company">Company id.</param>
    /// <param name="hook">The hook to send to; null: look what happened at the company.</param>
    /// <param name="delay">How long nobody gets to see the message; at most seven days.</param>
    /// <param name="cancellationToken">The caller left.</param>
    Task SendAsync(string company, string? hook, TimeSpan delay, CancellationToken cancellationToken);
}
