namespace EDefter.Core.Reading;

/// <summary>What a voucher may be at most; over it the row is rejected with its place, never cut.</summary>
public static class VoucherLimits
{
    /// <summary>Characters of a voucher's id.</summary>
    public const int IdCharactersMax = 128;

    /// <summary>Lines of one voucher.</summary>
    public const int LinesMax = 10_000;

    /// <summary>UTF-8 bytes of one text.</summary>
    public const int TextBytesMax = 32 * 1024;

    /// <summary>UTF-8 bytes of one voucher's JSON.</summary>
    public const int VoucherBytesMax = 16 * 1024 * 1024;

    /// <summary>Depth of members that EDefter does not know but keeps.</summary>
    public const int DepthMax = 32;

    /// <summary>Bytes of one unpacked body.</summary>
    public const long BodyBytesMax = 2L * 1024 * 1024 * 1024;

    /// <summary>Unpacked bytes for one byte on the wire.</summary>
    public const int BodyRatioMax = 200;
}
