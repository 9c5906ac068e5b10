using EDefter.Core.Workflow.Access;

namespace EDefter.Functions.Gate;

/// <summary>Who may call an HTTP function. One without this attribute and without <see cref="PublicAttribute"/> does not exist for anybody.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AccessAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>How much of a request it counts for where requests are limited; less than one for what an ERP calls once a voucher.</summary>
    public double Cost { get; init; } = 1;
}
