using EDefter.Core.Companies;
using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>
/// The clean month with mistakes planted in it, one fault to a voucher, so that every finding can be traced to its planter. What cannot be
/// repaired comes with the bookkeeper's decision; after repairs and decisions the month holds no fault.
/// </summary>
public sealed class SampleFaults
{
    // Main accounts whose name the hotel's chart lacks (HES005).
    private static readonly string[] Nameless = ["180", "257"];

    private readonly SampleRandom random = new(SampleMonth.Seed ^ 0xFA17);
    private readonly List<PlantedFault> planted = [];
    private readonly List<SampleDecision> decisions = [];
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly Voucher[] vouchers;

    private SampleFaults(IReadOnlyList<Voucher> clean)
    {
        vouchers = [.. clean];
        foreach (var planter in HeadPlanters.All.Concat(LinePlanters.All).Concat(DocumentPlanters.All).Concat(TextPlanters.All))
            PlantOne(planter);
        var empty = Empty(clean);
        planted.Add(new PlantedFault("KON002", VoucherId: null, [], "Tarihi okunamayan iki fiş hiçbir aya giremediğinden kaynak sayısı tutmuyor; tarihler düzelince geçer", FaultMending.Follows));
        planted.Add(new PlantedFault("FIS009", VoucherId: null, [], "Numarası bir öncekiyle aynı olan fişin kendi numarası boşta kalıyor; numara düzelince geçer", FaultMending.Follows));
        ForgetMainAccountNames();
        Vouchers = [.. vouchers, empty];
    }

    /// <summary>The faulty month as the ERP sends it.</summary>
    public IReadOnlyList<Voucher> Vouchers { get; }

    /// <summary>The hotel's chart as the ERP sends it: two main accounts have no name.</summary>
    public static IReadOnlyList<ChartAccount> Accounts { get; } =
        [.. SampleAccounts.All.Select(account => Nameless.Contains(account.Code, StringComparer.Ordinal) ? account with { Name = null } : account)];

    public IReadOnlyList<PlantedFault> Planted => planted;

    public IReadOnlyList<SampleDecision> Decisions => decisions;

    public static SampleFaults PlantIn(IReadOnlyList<Voucher> clean) => new(clean);

    private void PlantOne(Planter planter)
    {
        var fields = Enumerable.Range(0, vouchers.Length).Where(i => !used.Contains(vouchers[i].Id) && planter.Suits(vouchers[i])).ToList();
        var at = random.Pick(fields);
        var clean = vouchers[at];
        vouchers[at] = planter.Plant(clean);
        used.Add(clean.Id);
        planted.Add(new PlantedFault(planter.Rule, clean.Id, planter.Lines(vouchers[at]), planter.Description, planter.Decision is null ? FaultMending.Repair : FaultMending.Decision));
        if (planter.Decision is { } decision)
            decisions.Add(new SampleDecision(planter.Rule, clean.Id, decision, planter.Choose is null ? clean : null, planter.Choose));
    }

    // A header that the ERP left behind when a user gave up; it takes the number after the last.
    private Voucher Empty(IReadOnlyList<Voucher> clean)
    {
        var last = clean.Last(voucher => voucher.Kind == "mahsup");
        var empty = last with
        {
            Id = "700999",
            Number = "MH-" + (int.Parse(last.Number!.AsSpan(3), System.Globalization.CultureInfo.InvariantCulture) + 1).ToString("D6", System.Globalization.CultureInfo.InvariantCulture),
            Comment = "Yarım kalan kayıt",
            Module = "accrual",
            Lines = [],
        };
        planted.Add(new PlantedFault("FIS004", empty.Id, [], "Fişin hiç satırı yok", FaultMending.Repair));
        return empty;
    }

    private void ForgetMainAccountNames()
    {
        for (var i = 0; i < vouchers.Length; i++)
            vouchers[i] = Forget(vouchers[i]);
        for (var i = 0; i < decisions.Count; i++)
            decisions[i] = decisions[i] with { Corrected = decisions[i].Corrected is { } corrected ? Forget(corrected) : null };
        foreach (var main in Nameless)
            planted.Add(new PlantedFault("HES005", VoucherId: null, [], $"{main} ana hesabının adı hesap planında boş", FaultMending.Repair));
    }

    private static Voucher Forget(Voucher voucher) =>
        voucher.Lines.Any(IsNameless) ? voucher.EveryLine(line => IsNameless(line) ? line with { MainAccountName = null } : line) : voucher;

    private static bool IsNameless(VoucherLine line) => Array.Exists(Nameless, main => line.Account!.StartsWith(main, StringComparison.Ordinal));
}
