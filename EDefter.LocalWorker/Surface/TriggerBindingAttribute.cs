namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What starts a function; stands on one parameter.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;
