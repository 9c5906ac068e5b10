namespace EDefter.Storage.Tables;

/// <summary>
/// The limits of the table service for a transaction ("Performing entity group transactions"), and for each of its rows (<see cref="RowLimits"/>). Azurite enforces
/// none of them, so every transaction passes through here before it is sent.
/// </summary>
internal static class BatchPlanner
{
    public const int ActionsMax = 100;

    /// <summary>The service takes 4 MiB of request body; bytes travel as Base64 (4 : 3), so this much raw is safe.</summary>
    public const int BatchBytesMax = 29 * 1024 * 1024 / 10;

    /// <exception cref="TableLimitException">The service would refuse the transaction.</exception>
    public static void Verify(IReadOnlyList<TableAction> actions)
    {
        if (actions.Count is 0 or > ActionsMax)
            throw Limit($"{actions.Count} actions; 1 to {ActionsMax} are allowed");
        var keys = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        var bytes = 0L;
        foreach (var action in actions)
        {
            if (!string.Equals(action.Row.Partition, actions[0].Row.Partition, StringComparison.Ordinal))
                throw Limit("more than one partition");
            if (!keys.Add(action.Row.Key))
                throw Limit($"row {action.Row.Key} stands twice");
            RowLimits.Verify(action.Row);
            bytes += RowLimits.SentBytesOf(action.Row);
        }

        if (bytes > BatchBytesMax)
            throw Limit($"{bytes} bytes; {BatchBytesMax} are allowed");
    }

    /// <summary>Cuts actions on one partition into transactions that the service takes, in order. Only for rows that need no common fate.</summary>
    public static IEnumerable<IReadOnlyList<TableAction>> Split(IEnumerable<TableAction> actions)
    {
        var batch = new List<TableAction>();
        var bytes = 0L;
        foreach (var action in actions)
        {
            var size = RowLimits.SentBytesOf(action.Row);
            if (batch.Count > 0 && (batch.Count == ActionsMax || bytes + size > BatchBytesMax))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(action);
            bytes += size;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    private static TableLimitException Limit(FormattableString what) => new(FormattableString.Invariant(what) + ".");

    private static TableLimitException Limit(string what) => new(what + ".");
}
