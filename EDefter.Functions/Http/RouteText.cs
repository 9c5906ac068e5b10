namespace EDefter.Functions.Http;

/// <summary>Texts that callers chose and that stand in a path.</summary>
public static class RouteText
{
    /// <summary>
    /// A voucher's id as the ERP wrote it. The server leaves an encoded slash (<c>%2F</c>) as it came, because it would part the path; ids such as
    /// <c>2025/0001</c> are common. An id that really holds the three characters "%2F" cannot be told apart and is read as a slash.
    /// </summary>
    public static string VoucherId(string routeValue) => routeValue.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
