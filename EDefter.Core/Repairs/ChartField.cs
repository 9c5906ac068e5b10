using System.Globalization;
using EDefter.Core.Companies;

namespace EDefter.Core.Repairs;

/// <summary>A member of an account of the chart as a change names it: <c>accounts[153].name</c>, <c>accounts[120.07].activeTo</c>.</summary>
/// <param name="Account">Account code.</param>
/// <param name="Member">Member as on the wire.</param>
internal readonly record struct ChartField(string Account, string Member)
{
    public const string Name = "name";
    public const string ActiveFrom = "activeFrom";
    public const string ActiveTo = "activeTo";

    private const string Head = "accounts[";
    private const string Middle = "].";

    public static ChartField Parse(string field)
    {
        var end = field.LastIndexOf(Middle, StringComparison.Ordinal);
        return new ChartField(field[Head.Length..end], field[(end + Middle.Length)..]);
    }

    /// <returns>What stands there: null when the chart has no such account or the day is not set, empty when the account has no name.</returns>
    public string? Read(ChartAccount? account) => Member switch
    {
        Name => account is null ? null : account.Name ?? string.Empty,
        ActiveFrom => Text(account?.ActiveFrom),
        ActiveTo => Text(account?.ActiveTo),
        _ => throw new InvalidOperationException($"No repair changes the member {Member} of an account."),
    };

    public ChartAccount Write(ChartAccount account, string? text) => Member switch
    {
        Name => account with { Name = string.IsNullOrEmpty(text) ? null : text, NamedByRepair = !string.IsNullOrEmpty(text) },
        ActiveFrom => account with { ActiveFrom = Day(text) },
        ActiveTo => account with { ActiveTo = Day(text) },
        _ => throw new InvalidOperationException($"No repair changes the member {Member} of an account."),
    };

    public override string ToString() => Head + Account + Middle + Member;

    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
