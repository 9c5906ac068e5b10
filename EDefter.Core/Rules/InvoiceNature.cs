namespace EDefter.Core.Rules;

/// <summary>What an invoice books, as far as its lines tell.</summary>
internal enum InvoiceNature
{
    Purchase,
    Sale,
}
