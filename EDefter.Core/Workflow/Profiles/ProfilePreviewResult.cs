using EDefter.Core.Formats;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>The beginning of a month in a profile.</summary>
public sealed record ProfilePreviewResult
{
    public required ProfileView Profile { get; init; }

    /// <summary>False: the numbers shown are those the month would get now.</summary>
    public required bool Numbered { get; init; }

    /// <summary>Entries shown.</summary>
    public required int Entries { get; init; }

    /// <summary>Vouchers among them that cannot become entries yet, because errors stand.</summary>
    public required int LeftOut { get; init; }

    public required ShownFile File { get; init; }
}
