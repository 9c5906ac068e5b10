namespace EDefter.Core.Reading;

/// <summary>How vouchers stand in what was sent.</summary>
public enum VoucherContent
{
    /// <summary>One JSON object, or one JSON array of them.</summary>
    Json,

    /// <summary>One JSON object a line, lines ended by LF or CR LF (<c>application/x-ndjson</c>).</summary>
    NdJson,
}
