namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Where a returned value goes; stands on the method, or on a property of the returned class.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public abstract class OutputBindingAttribute : BindingAttribute;
