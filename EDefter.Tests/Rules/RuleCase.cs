using System.Text.Json.Nodes;

namespace EDefter.Tests.Rules;

/// <summary>One case of Rules/Cases with everything merged onto base.json: plain wire shapes, ready to be parsed or posted.</summary>
public sealed record RuleCase
{
    /// <summary>The rule whose file the case stands in.</summary>
    public required string Rule { get; init; }

    public required string Name { get; init; }

    /// <summary>Body of <c>PUT /api/companies/{co}</c>.</summary>
    public required JsonObject Company { get; init; }

    public required string Branch { get; init; }

    /// <summary>yyyy-MM, or null when <see cref="From"/> and <see cref="To"/> are some other days.</summary>
    public required string? Period { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>"Today". A case that leaves it as base.json has it holds on every later day too.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Body of <c>PUT …/accounts</c>, or null when no chart is sent.</summary>
    public required JsonArray? Chart { get; init; }

    /// <summary>Body of <c>PUT …/source-count</c>, or null when none is sent.</summary>
    public required JsonObject? SourceCount { get; init; }

    /// <summary>Day → body of <c>PUT /api/rates/{date}</c>, or null when no rates are sent.</summary>
    public required JsonObject? Rates { get; init; }

    /// <summary>Body of <c>PUT …/years/{y}/opening-balances</c>, or null when none is sent.</summary>
    public required JsonArray? OpeningBalances { get; init; }

    /// <summary>Body of <c>PUT …/periods/{p}/trial-balance</c>, or null when none is sent.</summary>
    public required JsonArray? TrialBalance { get; init; }

    /// <summary>The company as it stood while the earlier vouchers came, or null when it never changed.</summary>
    public required JsonObject? EarlierCompany { get; init; }

    /// <summary>The book that the earlier vouchers were sent to.</summary>
    public required string EarlierBranch { get; init; }

    /// <summary>The months of the earlier vouchers are numbered before the company changes.</summary>
    public required bool NumberEarlier { get; init; }

    /// <summary>Vouchers of earlier months, as <see cref="Vouchers"/>.</summary>
    public required IReadOnlyList<string> Earlier { get; init; }

    /// <summary>What stands in the case besides company, chart, count, rates and vouchers; shown in the rule's page as it is.</summary>
    public required IReadOnlyDictionary<string, JsonNode> Others { get; init; }

    /// <summary>Bodies of <c>POST …/vouchers</c> as JSON texts (half a surrogate pair survives no JSON library), in the order to send them.</summary>
    public required IReadOnlyList<string> Vouchers { get; init; }

    /// <summary>What each voucher of the case says beside the base voucher; shown in the rule's page.</summary>
    public required IReadOnlyList<JsonObject> Patches { get; init; }

    /// <summary>What the company of the case has beside the base company; shown in the rule's page.</summary>
    public required JsonObject? CompanyPatch { get; init; }

    /// <summary>All findings of the rules that are named here; empty for a case that must be silent.</summary>
    public required IReadOnlyList<ExpectedFinding> Expect { get; init; }

    /// <summary>The case must not make its rule speak.</summary>
    public bool IsSilent => Expect.Count == 0;

    public override string ToString() => $"{Rule}: {Name}";
}
