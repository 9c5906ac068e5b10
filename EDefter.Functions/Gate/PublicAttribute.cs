namespace EDefter.Functions.Gate;

/// <summary>An HTTP function that needs no key.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute;
