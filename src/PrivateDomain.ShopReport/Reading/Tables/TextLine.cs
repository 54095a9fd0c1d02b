namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>A line of a text file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">The line without its end.</param>
internal readonly record struct TextLine(long Number, string Text);
