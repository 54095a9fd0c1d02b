namespace PrivateDomain.ShopReport.Reading;

/// <summary>Rows that are no sales.</summary>
/// <param name="Word">The status, as the file says it.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Amount">The money in them.</param>
internal sealed record LeftOut(string Word, int Rows, decimal Amount);
