namespace EDefter.Core.Rules;

/// <summary>The texts that are looked at character by character (MET001, MET004, MET005).</summary>
public static class TextFields
{
    public static readonly TextField Number = new("number");
    public static readonly TextField EnteredBy = new("enteredBy");
    public static readonly TextField EnteredByUser = new("enteredByUser", MayBeBlank: true);
    public static readonly TextField Comment = new("comment", MayBeBlank: true);
    public static readonly TextField DocumentDescription = new("document.typeDescription");
    public static readonly TextField DocumentNumber = new("document.number");
    public static readonly TextField Account = new("account");
    public static readonly TextField AccountName = new("accountName");
    public static readonly TextField MainAccount = new("mainAccount");
    public static readonly TextField MainAccountName = new("mainAccountName");
    public static readonly TextField Description = new("description", MayBeBlank: true);
    public static readonly TextField PaymentMethod = new("paymentMethod");
    public static readonly TextField PartnerName = new("partner.name", MayBeBlank: true);
    public static readonly TextField PartnerTaxId = new("partner.taxId", MayBeBlank: true);
    public static readonly TextField RateSource = new("original.rateSource", MayBeBlank: true);
    public static readonly TextField RateComment = new("original.rateComment", MayBeBlank: true);
}
