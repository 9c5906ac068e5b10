namespace EDefter.Core.Workflow.Repairing;

/// <summary>How a change of a plan names an account of the chart.</summary>
internal static class RepairChart
{
    public static string FieldOf(string account) => $"accounts[{account}].name";
}
