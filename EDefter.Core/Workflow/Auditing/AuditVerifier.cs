using System.Text.Json;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Auditing;

/// <summary>Recomputes a trail, line by line, and stops at the first break.</summary>
/// <param name="trail">Name of the trail.</param>
/// <param name="noted">Places that the trail is known to have had, with their hashes: its head as it was read before the lines, and what somebody noted elsewhere.</param>
public sealed class AuditVerifier(string trail, params IReadOnlyList<AuditHead> noted)
{
    private AuditHead last = AuditHead.Empty;
    private AuditBreak? broken;

    /// <summary>The last line that was good.</summary>
    public AuditHead Last => last;

    /// <summary>Takes the next line.</summary>
    /// <returns>False from the first break on.</returns>
    public bool Add(AuditLine line)
    {
        if (broken is not null)
            return false;
        if (KindOf(line) is { } kind)
        {
            // What is missing is the place that was skipped, not the one that stands.
            broken = AuditBreak.Of(kind, kind == AuditBreakKind.Missing ? last.Sequence + 1 : line.Sequence);
            return false;
        }

        last = new AuditHead(line.Sequence, line.Hash);
        return true;
    }

    /// <summary>After the last line.</summary>
    /// <param name="head">The trail's head as it was read after the lines.</param>
    public AuditVerdict Finish(AuditHead head)
    {
        if (broken is null && noted.Any(place => place.Sequence > last.Sequence))
            broken = AuditBreak.Of(AuditBreakKind.Cut, last.Sequence + 1);
        if (broken is null && head.Sequence < last.Sequence)
            broken = AuditBreak.Of(AuditBreakKind.Extra, head.Sequence + 1);
        if (broken is null && head.Sequence == last.Sequence && head.Hash != last.Hash)
            broken = AuditBreak.Of(AuditBreakKind.Rewritten, head.Sequence);
        return new AuditVerdict(broken is null, last, broken);
    }

    private AuditBreakKind? KindOf(AuditLine line)
    {
        if (line.Sequence > last.Sequence + 1)
            return AuditBreakKind.Missing;
        if (!string.Equals(ContentHash.Of(line.Text), line.Hash, StringComparison.Ordinal))
            return AuditBreakKind.Changed;
        if (ReadLinks(line.Text) is not { } links)
            return AuditBreakKind.Unreadable;
        if (line.Sequence != last.Sequence + 1 || links != (line.Sequence, trail, last.Hash))
            return AuditBreakKind.Misplaced;
        return noted.Any(place => place.Sequence == line.Sequence && place.Hash != line.Hash) ? AuditBreakKind.Rewritten : null;
    }

    private static (long Sequence, string? Trail, string? Previous)? ReadLinks(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            return (root.GetProperty("sequence").GetInt64(), root.GetProperty("trail").GetString(), root.GetProperty("previous").GetString());
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
