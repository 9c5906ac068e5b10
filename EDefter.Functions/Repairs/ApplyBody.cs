using EDefter.Core.Repairs;
using EDefter.Core.Workflow;

namespace EDefter.Functions.Repairs;

/// <summary>Body of POST …/apply.</summary>
/// <param name="By">The person's name.</param>
/// <param name="Accept"><c>"all"</c>, classes, rules, or numbers with choices.</param>
public sealed record ApplyBody(string? By, Acceptance? Accept)
{
    public Outcome<Acceptance> ToAcceptance() =>
        Accept is null
            ? Refusals.InvalidBody("Neyin kabul edildiği (accept) belirtilmemiş: \"all\", { \"classes\": [\"A\"] }, { \"rules\": [\"BEL003\"] } ya da { \"changes\": [1, 2] } gönderin.")
            : Accept;
}
