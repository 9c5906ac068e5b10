namespace EDefter.Core.Rules.Kdv;

/// <summary>What a main account has to do with KDV.</summary>
internal enum VatRole
{
    /// <summary>Goods, services, revenue, cost, fixed assets: what KDV is computed from.</summary>
    Base,

    /// <summary>191 İndirilecek KDV.</summary>
    Deductible,

    /// <summary>391 Hesaplanan KDV.</summary>
    Computed,

    /// <summary>190, 192, 193, 360, 361, 368, 392: where KDV is carried, postponed, withheld or owed. Other taxes stand there too.</summary>
    Settlement,

    /// <summary>
    /// Advances taken and given (159, 259, 340, 440 …), and the debt of a lease (301, 302, 401, 402): an invoice of an advance or of an instalment is a base, what stands
    /// against the KDV is a payment.
    /// </summary>
    Advance,

    /// <summary>Till, bank, card, cheque, customers, suppliers, personnel: the other side.</summary>
    Payment,
}
