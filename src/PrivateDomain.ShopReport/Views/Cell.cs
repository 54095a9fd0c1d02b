using System.Collections.Immutable;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Views;

/// <summary>A cell of a table on the page.</summary>
/// <param name="Text">What it says.</param>
internal readonly record struct Cell(string Text)
{
    /// <summary>By what the column is sorted where the text does not tell; null is the text, or the number in it.</summary>
    public string? Sort { get; init; }

    /// <summary>The style of a mark around the text, such as that of a standing; null for none.</summary>
    public string? Mark { get; init; }

    /// <summary>The customer it names, whose page opens; the default for none.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>A second line in small print; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Several short texts in the place of one.</summary>
    public ImmutableArray<string> Chips { get; init; }

    public static implicit operator Cell(string text) => new(text);

    /// <summary>A customer's name, which opens the customer's page where the report has one.</summary>
    public static Cell Of(CustomerId customer) => new(customer.Text) { Customer = customer };
}
