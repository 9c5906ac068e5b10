using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Formats.TextFiles;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Gib;

/// <summary>
/// Everything of a document before its entries, and what closes it. Prefixes are fixed ("ns1, ns2 are against the rules", Teknik Kılavuz
/// 2.1), namespaces and attributes stand in canonical order, so that the digest of these bytes is that of the canonical document.
/// </summary>
internal sealed class HeadXml(GibHeading heading, GibDocument document, ByteBuffer bytes)
{
    /// <summary>Stands before everything; no part of the canonical document.</summary>
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private const string SchemaFile = "../xsd/2006-10-25/plt/case-c-b/gl-plt-2006-10-25.xsd";

    private const string Namespaces =
        " xmlns:gl-bus=\"http://www.xbrl.org/int/gl/bus/2006-10-25\" xmlns:gl-cor=\"http://www.xbrl.org/int/gl/cor/2006-10-25\" xmlns:gl-muc=\"http://www.xbrl.org/int/gl/muc/2006-10-25\""
        + " xmlns:iso4217=\"http://www.xbrl.org/2003/iso4217\" xmlns:iso639=\"http://www.xbrl.org/2005/iso639\" xmlns:link=\"http://www.xbrl.org/2003/linkbase\""
        + " xmlns:xbrli=\"http://www.xbrl.org/2003/instance\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    private readonly DocumentTraits traits = DocumentTraits.Of(document);

    public static string UnitOf(string currency) => string.Equals(currency, "TRY", StringComparison.Ordinal) ? "try" : currency;

    /// <param name="part">What the document covers.</param>
    /// <param name="segment">Of a berat or the report; null in a book.</param>
    public void Write(GibPart part, HeadSegment? segment)
    {
        Raw($"<?xml-stylesheet type=\"text/xsl\" href=\"{traits.Stylesheet}\"?>\n");
        Raw($"<{traits.Root} xmlns:edefter=\"http://www.edefter.gov.tr\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://www.edefter.gov.tr ../xsd/edefter.xsd\">\n");
        Raw($"<xbrli:xbrl{Namespaces} xsi:schemaLocation=\"http://www.xbrl.org/int/gl/plt/2006-10-25 {SchemaFile}\">\n");
        Raw($"<link:schemaRef xlink:href=\"{SchemaFile}\" xlink:type=\"simple\"></link:schemaRef>\n");
        WriteContext(segment);
        Raw($"<xbrli:unit id=\"{UnitOf(heading.Currency)}\">\n<xbrli:measure>iso4217:{heading.Currency}</xbrli:measure>\n</xbrli:unit>\n");
        Raw("<xbrli:unit id=\"countable\">\n<xbrli:measure>xbrli:pure</xbrli:measure>\n</xbrli:unit>\n");
        Raw("<gl-cor:accountingEntries>\n");
        WriteDocumentInfo(part);
        WriteEntityInformation();
    }

    /// <summary>Closes everything but the root, which a signature may still stand in.</summary>
    public void WriteTail() => Raw("</gl-cor:accountingEntries>\n</xbrli:xbrl>\n");

    public void CloseRoot() => Raw($"</{traits.Root}>");

    private void WriteContext(HeadSegment? segment)
    {
        Raw($"<xbrli:context id=\"{traits.Context}\">\n<xbrli:entity>\n<xbrli:identifier scheme=\"http://www.gib.gov.tr\">");
        XmlEscape.Write(heading.TaxId, bytes);
        Raw("</xbrli:identifier>\n");
        if (segment is not null)
            WriteSegment(segment);
        Raw($"</xbrli:entity>\n<xbrli:period>\n<xbrli:instant>{Iso(heading.CreationDate)}</xbrli:instant>\n</xbrli:period>\n</xbrli:context>\n");
    }

    private void WriteSegment(HeadSegment segment)
    {
        var sink = new BufferSink(bytes);
        Raw("<xbrli:segment>\n");
        if (segment.Entries is { } entries)
            GibItem.OfSegment("gl-bus:numberOfEntries", traits.Context).Write(ref sink, entries);
        Item("gl-cor:uniqueID", segment.UniqueId);
        if (segment.BookBytes is { } size)
            GibItem.OfSegment("gl-bus:measurableQuantity", traits.Context).Write(ref sink, Megabytes(size));
        Raw("</xbrli:segment>\n");
    }

    private void WriteDocumentInfo(GibPart part)
    {
        var period = heading.Period;
        Raw("<gl-cor:documentInfo>\n");
        Item("gl-cor:entriesType", traits.EntriesType);
        Item("gl-cor:uniqueID", string.Create(CultureInfo.InvariantCulture, $"{traits.Prefix}{period.Year:D4}{period.Month:D2}{part.Series:D6}"));
        Item("gl-cor:language", "iso639:tr");
        Item("gl-cor:creationDate", Iso(heading.CreationDate));
        Item("gl-bus:creator", heading.Creator);
        Item("gl-cor:entriesComment", CommentOf(part));
        Item("gl-cor:periodCoveredStart", Iso(part.From));
        Item("gl-cor:periodCoveredEnd", Iso(part.To));
        Item("gl-bus:sourceApplication", heading.Company.SourceApplication);
        Item("gl-muc:defaultCurrency", "iso4217:" + heading.Currency);
        Raw("</gl-cor:documentInfo>\n");
    }

    // "1 Ocak 2025 - 31 Ocak 2025 arası Yevmiye defteri: A AŞ": free text (Uygulama Kılavuzu 11), so put that no suffix hangs on a name.
    private string CommentOf(GibPart part)
    {
        var whose = heading.Branch is { } branch ? $"{heading.Name}, {branch.Name ?? branch.Code} şubesi" : heading.Name;
        return $"{Long(part.From)} - {Long(part.To)} arası {traits.Title}: {whose}";
    }

    private void WriteEntityInformation()
    {
        var company = heading.Company;
        Raw("<gl-cor:entityInformation>\n");
        if (company.Phone is { Length: > 0 })
            Tuple("gl-bus:entityPhoneNumber", ("gl-bus:phoneNumberDescription", "main"), ("gl-bus:phoneNumber", company.Phone));
        if (company.Fax is { Length: > 0 })
            Tuple("gl-bus:entityFaxNumberStructure", ("gl-bus:entityFaxNumber", company.Fax));
        if (company.Email is { Length: > 0 })
            Tuple("gl-bus:entityEmailAddressStructure", ("gl-bus:entityEmailAddress", company.Email));
        WriteOrganization();
        WriteAddress(company.Address ?? new Address());
        Raw("<gl-bus:entityWebSite>\n");
        Always("gl-bus:webSiteURL", company.Website);
        Raw("</gl-bus:entityWebSite>\n");
        Item("gl-bus:businessDescription", company.NaceCode);
        Item("gl-bus:fiscalYearStart", Iso(heading.FiscalYear.Start));
        Item("gl-bus:fiscalYearEnd", Iso(heading.FiscalYear.End));
        foreach (var accountant in company.Accountants)
            WriteAccountant(accountant);
        Raw("</gl-cor:entityInformation>\n");
    }

    private void WriteOrganization()
    {
        Identifier(heading.Name, heading.IsPerson ? "Adı Soyadı" : "Kurum Unvanı");
        if (heading.Branch is not { } branch)
            return;
        Identifier(branch.Name, "Şube Adı");
        Identifier(branch.Code, "Şube No");
    }

    private void Identifier(string? value, string description) =>
        Tuple("gl-bus:organizationIdentifiers", ("gl-bus:organizationIdentifier", value), ("gl-bus:organizationDescription", description));

    private void WriteAddress(Address address)
    {
        Raw("<gl-bus:organizationAddress>\n");
        Always("gl-bus:organizationBuildingNumber", address.BuildingNumber);
        Always("gl-bus:organizationAddressStreet", address.Street);
        Always("gl-bus:organizationAddressCity", address.City);
        Always("gl-bus:organizationAddressZipOrPostalCode", address.PostalCode);
        Always("gl-bus:organizationAddressCountry", address.Country);
        Raw("</gl-bus:organizationAddress>\n");
    }

    private void WriteAccountant(Accountant accountant)
    {
        Raw("<gl-bus:accountantInformation>\n");
        Item("gl-bus:accountantName", accountant.Title is { Length: > 0 } title ? $"{title} {accountant.Name}" : accountant.Name);
        Item("gl-bus:accountantEngagementTypeDescription", EngagementOf(accountant));
        if (new[] { accountant.Phone, accountant.Fax, accountant.Email }.Any(text => !string.IsNullOrEmpty(text)))
            WriteContact(accountant);
        Raw("</gl-bus:accountantInformation>\n");
    }

    private void WriteContact(Accountant accountant)
    {
        Raw("<gl-bus:accountantContactInformation>\n");
        if (accountant.Phone is { Length: > 0 })
            Tuple("gl-bus:accountantContactPhone", ("gl-bus:accountantContactPhoneNumberDescription", "bookkeeper"), ("gl-bus:accountantContactPhoneNumber", accountant.Phone));
        if (accountant.Fax is { Length: > 0 })
            Tuple("gl-bus:accountantContactFax", ("gl-bus:accountantContactFaxNumber", accountant.Fax));
        if (accountant.Email is { Length: > 0 })
            Tuple("gl-bus:accountantContactEmail", ("gl-bus:accountantContactEmailAddress", accountant.Email));
        Raw("</gl-bus:accountantContactInformation>\n");
    }

    // "SMMM sözleşmesi, 2023-01-01, M10120"; a dash when the books are kept in the house (Genel Açıklamalar 4.2.9).
    private static string? EngagementOf(Accountant accountant)
    {
        if (accountant.InHouse)
            return "-";
        var words = new[] { accountant.Engagement, accountant.ContractDate is { } date ? Iso(date) : null, accountant.ContractNumber };
        var isTold = accountant.Engagement?.Contains(',', StringComparison.Ordinal) == true;
        return isTold ? accountant.Engagement : string.Join(", ", words.Where(word => !string.IsNullOrWhiteSpace(word)));
    }

    private void Tuple(string name, params ReadOnlySpan<(string Name, string? Value)> items)
    {
        Raw($"<{name}>\n");
        foreach (var (item, value) in items)
            Always(item, value);
        Raw($"</{name}>\n");
    }

    private void Item(string name, string? value)
    {
        var sink = new BufferSink(bytes);
        GibItem.OfText(name, traits.Context).Write(ref sink, value);
    }

    private void Always(string name, string? value)
    {
        var sink = new BufferSink(bytes);
        GibItem.OfText(name, traits.Context).WriteAlways(ref sink, value);
    }

    // Bytes / 1024 / 1024 to two decimals (Berat Kılavuzu 2.2.3): 66.135 bytes are 0.06.
    internal static string Megabytes(long size) => Math.Round(size / 1024m / 1024m, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Long(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {TurkishText.Month(Period.Of(day))}");

    private void Raw(string text) => Utf8Encoder.Instance.Write(text, bytes);
}
