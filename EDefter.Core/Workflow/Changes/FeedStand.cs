using System.Globalization;
using System.Text.Json.Serialization;

namespace EDefter.Core.Workflow.Changes;

/// <summary>What the ERP has acknowledged of a fiscal year as a whole: a note of the log.</summary>
/// <param name="Sequence">Up to this commit.</param>
/// <param name="Taken">Up to this many changes of it; <see cref="FeedPlace.All"/> for all.</param>
/// <param name="At">When it last said so.</param>
/// <param name="KeyId">The key that was used.</param>
/// <param name="HasReceipts">It has spoken of single changes too.</param>
/// <param name="FailedSequence">Commit of the earliest change that it could not carry out; null when there is none.</param>
/// <param name="FailedPlace">Place of that change.</param>
internal sealed record FeedStand(long Sequence, int Taken, DateTimeOffset At, string KeyId, bool HasReceipts, long? FailedSequence = null, int? FailedPlace = null)
{
    public const string Key = "feed|stand";

    [JsonIgnore]
    public FeedPlace Place => new(Sequence, Taken);

    /// <summary>Where reading begins for a reader without a cursor: what failed comes again, though later changes were acknowledged.</summary>
    [JsonIgnore]
    public FeedPlace Beginning => FailedSequence is { } sequence && Place.Covers(sequence, FailedPlace!.Value) ? new FeedPlace(sequence, FailedPlace.Value) : Place;

    public const string Receipts = "feed|receipt|";

    /// <summary>Key of the receipts of a commit.</summary>
    public static string ReceiptsOf(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{Receipts}{sequence:D10}|");

    public static (long Sequence, int Place) ReadReceiptKey(string key)
    {
        var parts = key.Split('|');
        return (long.Parse(parts[2], CultureInfo.InvariantCulture), int.Parse(parts[3], CultureInfo.InvariantCulture));
    }

    public static string ReceiptOf(long sequence, int place) => string.Create(CultureInfo.InvariantCulture, $"{ReceiptsOf(sequence)}{place:D7}");
}
