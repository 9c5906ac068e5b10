using EDefter.Core.Workflow.Access;

namespace EDefter.Functions.Gate.Entra;

/// <summary>
/// The application's roles in the directory, role and company in one word: <c>EDefter.Accountant.ornek-otel</c>, and <c>EDefter.Admin</c> for all companies. A role that
/// names no company gives nothing, and a calendar's role is for addresses only.
/// </summary>
public static class EntraRoles
{
    // The strongest first.
    private static readonly (string Word, Role Role)[] Words = [("EDefter.Admin", Role.Admin), ("EDefter.Accountant.", Role.Accountant), ("EDefter.Integrator.", Role.Integrator), ("EDefter.Erp.", Role.Erp)];

    /// <summary>What the words of a token give, the strongest first; words of others are left alone.</summary>
    public static IReadOnlyList<Grant> GrantsOf(IReadOnlyCollection<string> words) =>
    [
        .. from known in Words
           from word in words.Distinct(StringComparer.Ordinal)
           let grant = GrantOf(known, word)
           where grant is not null
           select grant,
    ];

    private static Grant? GrantOf((string Word, Role Role) known, string word)
    {
        if (known.Role == Role.Admin)
            return string.Equals(word, known.Word, StringComparison.Ordinal) ? new Grant(Role.Admin, Company: null) : null;
        return word.Length > known.Word.Length && word.StartsWith(known.Word, StringComparison.Ordinal) ? new Grant(known.Role, word[known.Word.Length..]) : null;
    }
}
