using EDefter.Core.Sealing;
using EDefter.Tests.Formats;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Fuzz;

/// <summary>Archives that come back changed in ways that nobody would choose.</summary>
public sealed class HostileArchiveTests
{
    [Fact]
    public void A_text_that_became_a_workbook_inside_the_zip_is_told_as_one()
    {
        var twin = SealedTwin.Of(Months.Number([Months.Simple(1), Months.Simple(2)], 1, 1), Archives.Izibiz);
        var workbook = Archives.Open(Archives.Write(Months.Golden(), Archives.EDefter).Zip)[0].Content;
        Assert.Contains(twin.Verify(workbook, twin.Name, inZip: true).Differences, difference => difference.Kind == DifferenceKind.FormatChanged);
        Assert.Contains(twin.Verify([.. "PK\u0003\u0004"u8, .. "yarım"u8], twin.Name, inZip: true).Differences, difference => difference.Kind == DifferenceKind.Unreadable);
        Assert.Contains(twin.Verify([.. "PK\u0003\u0004"u8, .. "yarım"u8], twin.Name).Differences, difference => difference.Kind == DifferenceKind.Unreadable);
    }

    [Fact]
    public void An_upload_is_unpacked_once_however_many_archives_it_is_held_against()
    {
        var twin = SealedTwin.Of(Months.Number([Months.Simple(1), Months.Simple(2)], 1, 1), Archives.EDefter);
        var months = ((int[])[3, 4, 5]).Select(n => SealedTwin.Of(Months.Number([.. Enumerable.Range(1, n).Select(number => Months.Simple(number))], 1, 1), Archives.EDefter).Manifest).ToList();
        var file = Archives.Open(twin.Zip)[0];
        var picture = new byte[4 * 1024 * 1024];
        new Random(1).NextBytes(picture);
        var workbook = Archives.Pack([.. Archives.Open(file.Content), ("xl/media/x", picture)]);
        // Alone, and inside a ZIP under the name that every month's has.
        foreach (var bytes in (byte[][])[workbook, FuzzZip.Pack([(months[0].Files[0].Name, workbook)])])
        {
            using var stream = new ReadStream(bytes);
            var upload = new VerifiedUpload(stream);
            var first = ArchiveVerifier.Verify(months[0], upload);
            var (once, allocated) = (stream.BytesRead, GC.GetAllocatedBytesForCurrentThread());
            foreach (var month in months)
            {
                var again = ArchiveVerifier.Verify(month with { Files = [.. month.Files.Select(one => one with { Name = months[0].Files[0].Name })] }, upload);
                Assert.Equal(first.Verdict, again.Verdict);
            }

            Assert.InRange(stream.BytesRead - once, 0, picture.Length);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 2 * 1024 * 1024);
        }
    }

    private sealed class ReadStream(byte[] bytes) : MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true)
    {
        public long BytesRead { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = Math.Min(buffer.Length, (int)(Length - Position));
            GetBuffer().AsSpan((int)Position, read).CopyTo(buffer);
            Position += read;
            BytesRead += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }
}
