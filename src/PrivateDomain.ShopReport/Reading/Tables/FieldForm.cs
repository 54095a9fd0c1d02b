namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>Where a field stands in the rows of a file, and how the file writes it.</summary>
/// <param name="Place">Its place, from 0; -1 for none.</param>
/// <param name="Mark">The decimal mark.</param>
/// <param name="Order">The order of day and month.</param>
/// <param name="IsUtc">Whether the column's name says that its times are those of Greenwich, such as <c>Created (UTC)</c>.</param>
internal readonly record struct FieldForm(int Place, char Mark, DateOrder Order, bool IsUtc)
{
    /// <summary>A field that the file does not have.</summary>
    public static FieldForm None { get; } = new(-1, '.', DateOrder.Unknown, IsUtc: false);
}
