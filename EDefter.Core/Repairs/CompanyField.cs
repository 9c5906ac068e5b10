using System.Globalization;
using EDefter.Core.Companies;

namespace EDefter.Core.Repairs;

/// <summary>The members of a company's profile that repairs may change: <c>naceCode</c>, <c>accountants[0].engagement</c>.</summary>
internal static class CompanyField
{
    public const string NaceCode = "naceCode";

    private const string AccountantsHead = "accountants[";
    private const string EngagementTail = "].engagement";

    /// <param name="accountant">0-based place in the profile.</param>
    public static string Engagement(int accountant) => string.Create(CultureInfo.InvariantCulture, $"{AccountantsHead}{accountant}{EngagementTail}");

    public static string? Read(Company company, string field) =>
        field == NaceCode ? company.NaceCode : AccountantOf(field) is var at && at < company.Accountants.Count ? company.Accountants[at].Engagement : null;

    /// <returns>Null when the profile no longer has such a place.</returns>
    public static Company? Write(Company company, string field, string? text)
    {
        if (field == NaceCode)
            return company with { NaceCode = text };
        var at = AccountantOf(field);
        return at < company.Accountants.Count
            ? company with { Accountants = [.. company.Accountants.Select((accountant, i) => i == at ? accountant with { Engagement = text } : accountant)] }
            : null;
    }

    private static int AccountantOf(string field) =>
        field.StartsWith(AccountantsHead, StringComparison.Ordinal) && field.EndsWith(EngagementTail, StringComparison.Ordinal)
            ? int.Parse(field.AsSpan(AccountantsHead.Length, field.Length - AccountantsHead.Length - EngagementTail.Length), NumberStyles.None, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"No repair changes the member {field} of a company.");
}
