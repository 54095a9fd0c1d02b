namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>How a leaf with a list compares, for all kinds of facts together.</summary>
internal enum ListOperator
{
    AnyOf = 0,
    AllOf,
    NoneOf,
}
