
namespace PrivateDomain.Core.Content;

/// <summary>Whether what is made feeds all groups for a period (内容供给).</summary>
/// <remarks>
/// <para>Every group needs so many different pieces; one piece may be shown in so many groups.</para>
/// <para>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</para>
/// </remarks>
public sealed record ContentSupply
{
    /// <summary>Compares what is made with what is needed.</summary>
    /// <param name="groups">How many groups there are; 0 or more.</param>
    /// <param name="piecesPerGroup">How many different pieces each group needs in the period; 0 or more.</param>
    /// <param name="made">How many pieces are made in the period; 0 or more.</param>
    /// <param name="groupsPerPiece">In how many groups one piece may be shown; 1 or more. With 1 every group has its own.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public ContentSupply(int groups, int piecesPerGroup, int made, int groupsPerPiece = 1)
    {
        Groups = Guard.Against.Negative(groups);
        PiecesPerGroup = Guard.Against.Negative(piecesPerGroup);
        Made = Guard.Against.Negative(made);
        GroupsPerPiece = Guard.Against.NegativeOrZero(groupsPerPiece);
    }

    /// <summary>How many groups there are.</summary>
    public int Groups { get; }

    /// <summary>How many different pieces each group needs in the period.</summary>
    public int PiecesPerGroup { get; }

    /// <summary>How many pieces are made in the period.</summary>
    public int Made { get; }

    /// <summary>In how many groups one piece may be shown.</summary>
    public int GroupsPerPiece { get; }

    /// <summary>The fewest pieces that feed all groups: no fewer than one group needs, and enough showings for all.</summary>
    public long Needed =>
        Groups == 0 ? 0 : Math.Max(PiecesPerGroup, (((long)Groups * PiecesPerGroup) + GroupsPerPiece - 1) / GroupsPerPiece);

    /// <summary>By how many pieces it is short; 0 when it is enough.</summary>
    public long ShortBy => Math.Max(0, Needed - Made);

    /// <summary>How many groups can be fed with what is made.</summary>
    public int GroupsFed =>
        Made < PiecesPerGroup ? 0
        : PiecesPerGroup == 0 ? Groups
        : (int)Math.Min(Groups, Math.Max(GroupsPerPiece, (long)Made * GroupsPerPiece / PiecesPerGroup));

    /// <summary>Whether all groups are fed; <c>content.supply_short</c> when not.</summary>
    public Decision Decision => ShortBy == 0 ? Decision.Allowed : Decision.Denied(ContentReasons.SupplyShort.With(Made, Needed));
}
