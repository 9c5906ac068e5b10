namespace EDefter.Storage.Tables;

internal enum TableActionKind
{
    /// <summary>Fails when the row exists.</summary>
    Insert,

    /// <summary>Fails when the row is missing or its ETag is another one.</summary>
    Replace,

    /// <summary>Writes whatever was there.</summary>
    Upsert,

    /// <summary>Fails when the row is missing or its ETag is another one.</summary>
    Delete,
}
