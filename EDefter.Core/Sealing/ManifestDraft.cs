namespace EDefter.Core.Sealing;

/// <summary>What an archive of unsigned e-Defter documents says of itself.</summary>
/// <param name="Signed">Nobody has signed them; false in every archive the product makes.</param>
/// <param name="Note">The same for people, Turkish.</param>
/// <param name="CreationDate">The day that the documents carry as their creation date, yyyy-MM-dd: an input that is kept here.</param>
/// <param name="FirstSeries">Running number of the month's first part in the fiscal year; the control numbers carry it.</param>
/// <param name="Parts">Parts of the month.</param>
public sealed record ManifestDraft(bool Signed, string Note, string CreationDate, int FirstSeries, int Parts);
