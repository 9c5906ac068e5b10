namespace EDefter.Core.Rules;

/// <summary>A rule about the company, its branch or the request; runs once per check.</summary>
public abstract class CompanyRule : Rule
{
    public abstract void Check(CheckContext context, FindingSink findings);
}
