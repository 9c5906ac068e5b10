namespace EDefter.Core.Companies;

/// <summary>Whose books: a company's branch. Branches keep their own numbers and never see each other's vouchers.</summary>
/// <param name="Company">The company's id.</param>
/// <param name="Branch">Four digits.</param>
public readonly record struct BookId(string Company, string Branch)
{
    public override string ToString() => Company + "/" + Branch;
}
