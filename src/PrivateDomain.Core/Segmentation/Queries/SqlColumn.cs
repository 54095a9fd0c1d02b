using NodaTime;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>A column as it is written, what it holds, the zone of instants, and the column that says whether a set is known.</summary>
internal sealed record SqlColumn(string Text, SqlColumnType Type, DateTimeZone? Zone = null, string? Known = null);
