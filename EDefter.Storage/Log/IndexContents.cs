namespace EDefter.Storage.Log;

/// <summary>What the index tells of a month.</summary>
/// <param name="Hash">Over ids and contents of the live vouchers.</param>
/// <param name="NewerCount">Live vouchers whose version is newer than was asked for.</param>
/// <param name="Newer">The first of them in the order of ids.</param>
/// <param name="Doubled">The first voucher that lives in another month too.</param>
internal sealed record IndexContents(string Hash, long NewerCount, IndexHit? Newer, IndexHit? Doubled);
