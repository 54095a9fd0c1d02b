namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>A row of a file as it stands there.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Fields">Its fields, trimmed.</param>
/// <param name="IsBroken">Whether its quotes cannot be read.</param>
internal readonly record struct RawRow(long Line, string[] Fields, bool IsBroken);
