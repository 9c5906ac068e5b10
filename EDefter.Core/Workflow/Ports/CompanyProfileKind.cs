namespace EDefter.Core.Workflow.Ports;

/// <summary>What a company's own profile says; ids of one kind know nothing of the other's.</summary>
public enum CompanyProfileKind
{
    /// <summary>How a file is written for an integrator.</summary>
    Format,

    /// <summary>How people's tables are read.</summary>
    Reading,
}
