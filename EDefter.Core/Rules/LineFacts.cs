using System.Runtime.InteropServices;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>What the rules need of a line, worked out once.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LineFacts
{
    // 0 for a line of a voucher that is one entry.
    private readonly int place;

    public required VoucherLine Line { get; init; }

    /// <summary>1-based place among <see cref="VoucherFacts.Lines"/>.</summary>
    public required int Number { get; init; }

    /// <summary>Day of the voucher, for rules that see only its lines; null when it has no readable date.</summary>
    public DateOnly? VoucherDate { get; init; }

    /// <summary>1-based place in the voucher that the ERP sent: another than <see cref="Number"/> only in an entry of a divided voucher. What people are told.</summary>
    public int PlaceInVoucher
    {
        get => place == 0 ? Number : place;
        init => place = value;
    }

    /// <summary>Debit in lira; 0 when absent or unreadable. When the ERP says the side, its word decides where a single amount stands.</summary>
    public required decimal Debit { get; init; }

    public required decimal Credit { get; init; }

    /// <summary>Both columns could be read (or were absent).</summary>
    public required bool Readable { get; init; }

    /// <summary>Nothing on either side: SAT001 speaks of the line, and it may leave the voucher.</summary>
    public bool IsNothing => Debit == 0 && Credit == 0 && Readable;

    /// <summary>Main account code: what the ERP said, else what stands before the first separator of the account code, else its first three characters. Empty when there is no account.</summary>
    public required string MainAccount { get; init; }

    /// <summary>The document of the line, or the voucher's where the line has none; null when neither says anything.</summary>
    public required SourceDocument? Document { get; init; }

    public required DocumentType? DocumentType { get; init; }

    /// <summary>A document of the line's own that says something.</summary>
    public SourceDocument? OwnDocument => ReferenceEquals(Document, Line.Document) ? Document : null;

    /// <summary>How the line uses its account.</summary>
    public AccountOnLine Use => AccountOnLine.Of(Line, MainAccount, VoucherDate);
}
