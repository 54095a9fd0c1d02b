namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>Where a field stands in a row, and what the column is called.</summary>
internal readonly record struct Column(int Index, string Name);
