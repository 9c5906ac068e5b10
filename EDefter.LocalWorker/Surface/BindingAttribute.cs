namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The root of every trigger and output attribute; the worker's generators recognise bindings by their distance from it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute;
