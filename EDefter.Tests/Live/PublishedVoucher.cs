namespace EDefter.Tests.Live;

/// <summary>A voucher of the published month: what is sent, and the rows that must come back.</summary>
/// <param name="Json">Body for POST …/vouchers.</param>
/// <param name="Lines">Cells of each row; <c>{line}</c> and <c>{entry}</c> stand for the numbers.</param>
internal sealed record PublishedVoucher(string Json, IReadOnlyList<string[]> Lines);
