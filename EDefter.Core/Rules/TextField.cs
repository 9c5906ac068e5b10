namespace EDefter.Core.Rules;

/// <summary>A text of a voucher or line that ends up in a ledger.</summary>
/// <param name="Wire">Member as on the wire.</param>
/// <param name="MayBeBlank">No other rule asks for it, so a text of blanks alone is only untidy (MET004); elsewhere the rule that asks for the text speaks.</param>
public sealed record TextField(string Wire, bool MayBeBlank = false)
{
    /// <summary>What people call it.</summary>
    public string Turkish => FieldNames.Of(Wire);
}
