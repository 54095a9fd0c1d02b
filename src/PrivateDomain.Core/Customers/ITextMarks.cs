namespace PrivateDomain.Core.Customers;

/// <summary>Is told the texts of a set, one after the other.</summary>
internal interface ITextMarks
{
    /// <summary>A text is in the set from now on, or is not.</summary>
    void Mark(string text, bool isIn);
}
