namespace EDefter.Core.Workflow.Numbers;

/// <summary>One line of the numbers feed (API.md "Numbers").</summary>
/// <param name="VoucherId">The ERP's id.</param>
/// <param name="VoucherNumber">Fiş no.</param>
/// <param name="Number">Madde no.</param>
/// <param name="FirstLine">Satır no of the first line.</param>
/// <param name="Lines">How many lines.</param>
public sealed record NumberFeedItem(string VoucherId, string? VoucherNumber, long Number, long FirstLine, int Lines);
