namespace EDefter.Core.Workflow.Changes;

/// <summary>How far a reader has come in one fiscal year.</summary>
/// <param name="Sequence">The commit.</param>
/// <param name="Taken">Changes taken of it; <see cref="All"/> when it is done.</param>
/// <param name="Day">Inside an act of numbers: the day to read on from; null when it must be found.</param>
/// <param name="Rank">Entries of that day already taken.</param>
/// <param name="Number">The next madde no.</param>
/// <param name="Line">The next satır no.</param>
public sealed record FeedPlace(long Sequence, int Taken, DateOnly? Day = null, int Rank = 0, long Number = 0, long Line = 0)
{
    public const int All = -1;

    public static FeedPlace Start { get; } = new(0, All);

    /// <summary>After which commit the trail is read on.</summary>
    public long After => Taken == All ? Sequence : Sequence - 1;

    /// <summary>Whether the change lies behind the reader.</summary>
    public bool Covers(long sequence, int place) => sequence < Sequence || (sequence == Sequence && (Taken == All || place < Taken));

    public bool IsBefore(FeedPlace other) => Sequence != other.Sequence ? Sequence < other.Sequence : Taken != All && (other.Taken == All || Taken < other.Taken);
}
