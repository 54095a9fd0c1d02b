namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>What a token of the text form is.</summary>
internal enum TokenKind
{
    End = 0,
    Word,
    Literal,
    Quoted,
    Symbol,
    OpenQuote,
    Strange,
}
