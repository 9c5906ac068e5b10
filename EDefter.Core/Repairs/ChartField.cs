namespace EDefter.Core.Repairs;

/// <summary>How a change of the chart names the account: <c>accounts[153].name</c>.</summary>
internal static class ChartField
{
    private const string Head = "accounts[";
    private const string Tail = "].name";

    public static string Of(string account) => Head + account + Tail;

    public static string Account(string field) => field[Head.Length..^Tail.Length];
}
