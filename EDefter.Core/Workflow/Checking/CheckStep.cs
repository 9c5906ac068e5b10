namespace EDefter.Core.Workflow.Checking;

/// <summary>How far a delivery of the checking job brought it.</summary>
/// <param name="Report">Null while parts are under way.</param>
public sealed record CheckStep(CheckReport? Report)
{
    internal static CheckStep UnderWay { get; } = new(Report: null);
}
