namespace EDefter.Core.Rules;

/// <summary>What is wrong with the number of an e-document.</summary>
public enum EDocumentFault
{
    /// <summary>Nothing, or it does not look like one at all.</summary>
    None,

    /// <summary>16 characters, but not three letters or digits, a year and nine digits.</summary>
    Shape,

    /// <summary>One character too few or too many.</summary>
    Length,

    /// <summary>Right but for blanks or signs between its parts.</summary>
    Separators,

    /// <summary>Its year is not that of the document's date.</summary>
    Year,
}
