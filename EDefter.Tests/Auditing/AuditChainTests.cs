using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Ports;
using Xunit;

namespace EDefter.Tests.Auditing;

/// <summary>Each way of tampering with a trail is noticed, where it was done; an untouched trail never is.</summary>
public sealed partial class AuditChainTests
{
    private const int Records = 9;

    private static readonly IReadOnlyList<AuditLine> Chain = AuditLines.Chain(Records);

    private static readonly AuditHead Head = AuditLines.HeadOf(Chain);

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Records)];

    [Fact]
    public void An_untouched_trail_is_intact_whatever_its_length_and_whatever_place_was_noted()
    {
        for (var count = 0; count <= Records; count++)
        {
            var chain = AuditLines.Chain(count);
            Assert.Equal(new AuditVerdict(Intact: true, AuditLines.HeadOf(chain), Break: null), AuditLines.Verify(chain, AuditLines.HeadOf(chain)));
            Assert.All(chain, line => Assert.True(AuditLines.Verify(chain, AuditLines.HeadOf(chain), new AuditHead(line.Sequence, line.Hash)).Intact));
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_changed_character_is_noticed(int place)
    {
        var line = Chain[place];
        for (var n = 0; n < line.Text.Length; n++)
        {
            var text = line.Text[..n] + (char)(line.Text[n] ^ 1) + line.Text[(n + 1)..];
            AssertBroken(AuditBreakKind.Changed, place, With(place, line with { Text = text }));
            // Whoever writes the hash anew too breaks the next link, or the head.
            Assert.False(AuditLines.Verify(With(place, line with { Text = text, Hash = Hash(text) }), Head).Intact);
        }

        AssertBroken(AuditBreakKind.Changed, place, With(place, line with { Hash = Hash("başka") }));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_removed_record_is_noticed(int place) =>
        AssertBroken(place == Records - 1 ? AuditBreakKind.Cut : AuditBreakKind.Missing, place, Chain.Where((_, n) => n != place));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_cut_tail_is_noticed_by_the_head_and_by_a_noted_place(int place)
    {
        var left = Chain.Take(place).ToList();
        AssertBroken(AuditBreakKind.Cut, place, left);
        // The forger takes the head back too: only what was noted elsewhere tells.
        Assert.True(AuditLines.Verify(left, AuditLines.HeadOf(left)).Intact);
        Assert.Equal((AuditBreakKind.Cut, place + 1), KindOf(AuditLines.Verify(left, AuditLines.HeadOf(left), Head)));
    }

    [Fact]
    public void Two_records_that_changed_places_are_noticed()
    {
        for (var one = 0; one < Records; one++)
        {
            for (var other = one + 1; other < Records; other++)
            {
                var (first, second) = (Chain[one], Chain[other]);
                // Rows stand in the order of their places: the texts are what changes places.
                AssertBroken(AuditBreakKind.Misplaced, one, With(one, second with { Sequence = first.Sequence }, other, first with { Sequence = second.Sequence }));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void An_inserted_record_is_noticed(int place)
    {
        // In its place, everything behind it moved by one: whoever does not write all hashes anew breaks the chain at once.
        var forged = AuditChain.Link(AuditLines.Trail, place == 0 ? AuditHead.Empty : new AuditHead(Chain[place - 1].Sequence, Chain[place - 1].Hash), [AuditLines.Entry("sahte")])[0];
        var moved = Chain.Skip(place).Select(line => line with { Sequence = line.Sequence + 1 });
        var verdict = AuditLines.Verify([.. Chain.Take(place), forged, .. moved], Head);
        Assert.False(verdict.Intact);
        Assert.InRange(verdict.Break!.Sequence, place + 1, place + 2);

        // Written anew to the end, and the head with it: a noted place behind the forgery tells.
        var anew = AuditChain.Link(AuditLines.Trail, new AuditHead(forged.Sequence, forged.Hash), Enumerable.Range(place + 1, Records - place).Select(n => AuditLines.Entry($"a-{n}")));
        IReadOnlyList<AuditLine> rewritten = [.. Chain.Take(place), forged, .. anew];
        Assert.True(AuditLines.Verify(rewritten, AuditLines.HeadOf(rewritten)).Intact);
        Assert.Equal((AuditBreakKind.Rewritten, Records), KindOf(AuditLines.Verify(rewritten, AuditLines.HeadOf(rewritten), Head)));
    }

    [Fact]
    public void A_record_behind_the_end_one_of_another_trail_and_one_that_is_none_are_noticed()
    {
        Assert.Equal((AuditBreakKind.Extra, Records), KindOf(AuditLines.Verify(Chain, AuditLines.HeadOf([.. Chain.Take(Records - 1)]))));
        var foreign = AuditChain.Link("baska-otel", AuditHead.Empty, [AuditLines.Entry("a")]);
        Assert.Equal((AuditBreakKind.Misplaced, 1), KindOf(AuditLines.Verify(foreign, AuditLines.HeadOf(foreign))));
        foreach (var text in (string[])["{}", "[]", "merhaba", """{"sequence":"1","trail":"ornek-otel","previous":""}"""])
            Assert.Equal((AuditBreakKind.Unreadable, 1), KindOf(AuditLines.Verify([new AuditLine(1, text, Hash(text))], new AuditHead(1, Hash(text)))));
    }

    // The recipe of docs/audit.md, without a line of the program: take the hash off, and hash what is left.
    [Fact]
    public void An_export_can_be_verified_without_the_program()
    {
        var previous = new string('0', 64);
        foreach (var line in AuditLines.Chain(5).Select(AuditChain.Export))
        {
            var hash = HashMember().Match(line).Groups["hash"].Value;
            Assert.Equal(hash, Hash(HashMember().Replace(line, "}")));
            Assert.Contains($"\"previous\":\"{previous}\"", line, StringComparison.Ordinal);
            previous = hash;
        }
    }

    // Stored for ten years and hashed: another way of writing the same is a break.
    [Fact]
    public void The_text_of_a_record_is_written_like_this_for_ever()
    {
        var entry = AuditLines.Entry("fiş/1") with { Reason = "month-sealed", Since = new DateTimeOffset(2025, 2, 3, 6, 0, 0, 120, TimeSpan.Zero) };
        Assert.Equal(
            """{"sequence":1,"trail":"ornek-otel","at":"2025-02-03T06:00:05.0000000Z","act":"PostVouchers","route":"POST api/companies/{co}/{br}/vouchers","key":"0123456789abcdef","role":"erp","outcome":"done","status":200,"reason":"month-sealed","since":"2025-02-03T06:00:00.1200000Z","ids":{"br":"0000","id":"fiş/1"},"counts":{"received":4,"stored":3},"previous":"0000000000000000000000000000000000000000000000000000000000000000"}""",
            AuditChain.Link(AuditLines.Trail, AuditHead.Empty, [entry])[0].Text);
        Assert.Contains("\"id\":\"sha256:", AuditChain.Link(AuditLines.Trail, AuditHead.Empty, [AuditLines.Entry(new string('x', 201))])[0].Text, StringComparison.Ordinal);
    }

    private static void AssertBroken(AuditBreakKind kind, int place, IEnumerable<AuditLine> lines) => Assert.Equal((kind, place + 1), KindOf(AuditLines.Verify(lines, Head)));

    private static (AuditBreakKind Kind, long Sequence) KindOf(AuditVerdict verdict)
    {
        Assert.False(verdict.Intact);
        return (verdict.Break!.Kind, verdict.Break.Sequence);
    }

    private static IEnumerable<AuditLine> With(int place, AuditLine line) => Chain.Select((one, n) => n == place ? line : one);

    private static IEnumerable<AuditLine> With(int place, AuditLine line, int other, AuditLine otherLine) => With(place, line).Select((one, n) => n == other ? otherLine : one);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex(",\"hash\":\"(?<hash>[0-9a-f]{64})\"}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HashMember();
}
