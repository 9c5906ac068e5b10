using System.Text;
using EDefter.Core.Reading;
using EDefter.Functions.Sample;
using Xunit;

namespace EDefter.Tests.Reading;

/// <summary>Whatever bytes come: a voucher that survives being written again, or a refusal; never another exception.</summary>
public sealed class VoucherJsonFuzzTests
{
    private static readonly byte[][] Tokens = [.. ((string[])["{", "}", "[", "]", "\"", "\\", "\\u", "\\ud800", ",", ":", "null", "true", "1e999", "-", "\"id\":", "\"lines\":", "\"debit\":", "\"document\":", "\u0000", "\ufeff"]).Select(Encoding.UTF8.GetBytes)];

    [Fact]
    public void Mutated_vouchers_are_read_or_refused() => Fuzz(seed: 1, mutations: 20_000);

    [DeepFact]
    public void Very_many_mutated_vouchers_are_read_or_refused()
    {
        for (ulong seed = 100; seed < 140; seed++)
            Fuzz(seed, mutations: 25_000);
    }

    private static void Fuzz(ulong seed, int mutations)
    {
        var originals = SampleMonth.Faulty.Vouchers.Where(voucher => voucher.Lines.Count < 8).Take(200).Select(VoucherJsonWriter.ToBytes).ToList();
        var random = new SampleRandom(seed);
        int read = 0, refused = 0;
        for (var i = 0; i < mutations; i++)
        {
            var bytes = Mutate(random, originals[random.Below(originals.Count)]);
            try
            {
                var voucher = VoucherJsonParser.Parse(bytes);
                var written = VoucherJsonWriter.ToBytes(voucher);
                Assert.Equal(written, VoucherJsonWriter.ToBytes(VoucherJsonParser.Parse(written)));
                read++;
            }
            catch (UnreadableVoucherException refusal)
            {
                Assert.True(refusal.Message.Length > 10 && refusal.Message[^1] == '.');
                refused++;
            }
        }

        // Both happen often, or the mutations test nothing.
        Assert.True(read > mutations / 20 && refused > mutations / 20, $"{read} read, {refused} refused");
    }

    private static byte[] Mutate(SampleRandom random, byte[] original)
    {
        var bytes = original.ToList();
        for (var n = random.Below(3); n >= 0; n--)
        {
            var at = random.Below(bytes.Count);
            switch (random.Below(6))
            {
                case 0:
                    bytes[at] = (byte)random.Below(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at - 1, random.Below(20)));
                    break;
                case 2:
                    bytes.InsertRange(at, random.Pick(Tokens));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Below(60))));
                    break;
                case 4:
                    bytes[at] ^= (byte)(1 << random.Below(8));
                    break;
                default:
                    bytes[at] = (byte)(' ' + random.Below(95));
                    break;
            }
        }

        return [.. bytes];
    }
}
