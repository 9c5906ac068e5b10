namespace EDefter.Core.Workflow.Access;

/// <summary>What a key may do.</summary>
public enum Role
{
    /// <summary>Vouchers and the numbers feed of its company.</summary>
    Erp,

    /// <summary>Everything of its company.</summary>
    Accountant,

    /// <summary>Archives of its company, read-only.</summary>
    Integrator,

    /// <summary>Companies and keys of everybody.</summary>
    Admin,

    /// <summary>The deadlines of its company, read-only. The one key that may stand in an address, because calendar programs send no headers.</summary>
    Calendar,
}
