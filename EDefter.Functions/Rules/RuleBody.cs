using EDefter.Core.Rules;

namespace EDefter.Functions.Rules;

/// <summary>A rule as it is published; message and remedy have places for values in braces.</summary>
public sealed record RuleBody(string Code, Severity Severity, RepairClass RepairClass, string Message, string Remedy, string Source)
{
    public static RuleBody Of(RuleInfo info) => new(info.Code, info.Severity, info.RepairClass, info.Message, info.Remedy, info.Source);
}
