namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>What a column holds (列类型), so that parameters are of its own type and an index on it serves.</summary>
public enum SqlColumnType
{
    /// <summary>A number in double precision; never NaN.</summary>
    Number = 0,

    /// <summary>A whole number of up to 64 bits.</summary>
    Whole,

    /// <summary>A decimal number of at most 15 digits, such as an amount. SQLite has no such column: its amounts
    /// are <see cref="Number"/>.</summary>
    Amount,

    /// <summary>A date; in SQLite a text like 2024-06-15.</summary>
    Date,

    /// <summary>A time on the shop's wall clock without a zone, whose date is the fact; in SQLite a text like 2024-06-15 13:00:00.
    /// </summary>
    WallClock,

    /// <summary>A yes or no; in SQLite 0 or 1.</summary>
    YesNo,

    /// <summary>A text, or the name of a level; compared character by character, so the collation has to be a binary or deterministic
    /// one.</summary>
    Text,

    /// <summary>The place of a level from 0, a whole number.</summary>
    Place,

    /// <summary>An array of texts; in SQLite a JSON array of texts.</summary>
    Texts,
}
