using PrivateDomain.Core;

namespace PrivateDomain.ShopReport;

/// <summary>Why no report can be made, in words for the person who asked.</summary>
/// <param name="why">The words, with the cure.</param>
/// <param name="width">How many columns the row has that is meant; 0 where none is.</param>
internal sealed class CannotRunException(Bilingual why, int width = 0) : Exception(why.English)
{
    public Bilingual Why => why;

    /// <summary>How many columns the row has that is meant; 0 where none is.</summary>
    public int Width => width;
}
