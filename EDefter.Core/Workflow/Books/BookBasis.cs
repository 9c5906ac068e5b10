using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>What checks of all months of a book depend on.</summary>
/// <param name="Company">The profile as JSON.</param>
/// <param name="Chart">The chart of accounts, or null.</param>
/// <param name="DrawerRevision">Grows with every change of the undated drawer.</param>
public sealed record BookBasis(string Company, Versioned<ChartOfAccounts>? Chart, long DrawerRevision)
{
    // A check made before a rule was built says nothing about that rule.
    private static readonly string RulesKnown = string.Join(',', RuleBook.Standard.Rules.Select(rule => rule.Info.Code));

    /// <param name="day">A day of the range: it decides the rule pack.</param>
    /// <param name="sourceCount">What the ERP says it has, for a whole month.</param>
    public CheckBasis For(DateOnly day, SourceCount? sourceCount)
    {
        var pack = RulePacks.For(day);
        var hash = ContentHash.Short(
            Company,
            Chart?.Version ?? "no chart",
            sourceCount is null ? "no count" : WireJson.Write(sourceCount),
            DrawerRevision.ToString(CultureInfo.InvariantCulture),
            pack.Version,
            RulesKnown);
        return new CheckBasis { Chart = Chart?.Value, Pack = pack, SourceCount = sourceCount, Hash = hash };
    }
}
