using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Gate;

/// <summary>Who stands behind a request that the gate has let through.</summary>
public static class CallerExtensions
{
    /// <summary>The caller with what counts for this request: the roles that its function asks for, in the company that its route names.</summary>
    public static Caller Caller(this HttpRequest request) => request.Recognised().Caller;

    /// <summary>The caller and what he was recognised by.</summary>
    public static Recognised Recognised(this HttpRequest request) =>
        request.HttpContext.Items[typeof(Recognised)] as Recognised ?? throw new InvalidOperationException("The request did not pass the gate.");

    /// <summary>Who was recognised, let through or not; null when nobody was.</summary>
    internal static Caller? FindCaller(this HttpContext http) => (http.Items[typeof(Recognised)] as Recognised)?.Caller;

    /// <summary>The actor of an act that carries no person's name of its own: an ERP's post.</summary>
    public static Actor Actor(this HttpRequest request)
    {
        var caller = request.Caller();
        return new Actor(caller.Role.ToWire(), caller.KeyId);
    }

    /// <summary>The actor of an act that a named person answers for.</summary>
    public static Actor Actor(this HttpRequest request, string by) => new(by, request.Caller().KeyId);
}
