namespace PrivateDomain.Core.Welfare;

/// <summary>What an occasion is about (时机主题).</summary>
/// <remarks>The default value is <see cref="None"/>, which no occasion has.</remarks>
public enum OccasionTheme
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>A festival that is celebrated (节日).</summary>
    Festival,

    /// <summary>A day of remembrance, on which a loud promotion is out of place (追思日).</summary>
    Remembrance,

    /// <summary>A turn of the season (换季).</summary>
    Season,

    /// <summary>A shopping day of the trade, or a sale of the shop (电商大促).</summary>
    Shopping,

    /// <summary>A new product of the host (新品).</summary>
    NewProduct,

    /// <summary>Another day of the host, such as the shop's birthday (自有日).</summary>
    Own,
}
