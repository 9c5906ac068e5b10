namespace EDefter.Core.Workflow.Access;

/// <summary>The words of the wire for <see cref="Role"/>.</summary>
public static class Roles
{
    public static Role? Parse(string? text) => text switch
    {
        "erp" => Role.Erp,
        "accountant" => Role.Accountant,
        "integrator" => Role.Integrator,
        "admin" => Role.Admin,
        "calendar" => Role.Calendar,
        _ => null,
    };

    public static string ToWire(this Role role) => role switch
    {
        Role.Erp => "erp",
        Role.Accountant => "accountant",
        Role.Integrator => "integrator",
        Role.Admin => "admin",
        Role.Calendar => "calendar",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
    };
}
