using System.Collections.Immutable;

namespace PrivateDomain.Core.Content;

/// <summary>Who an account presents itself as (人设类型).</summary>
/// <remarks>The default value is <see cref="None"/>, which no account has.</remarks>
public enum PersonaKind
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>Knows the matter and advises (专家).</summary>
    Expert,

    /// <summary>A customer like the reader, who tries things out (同好体验官).</summary>
    Companion,

    /// <summary>Founded or runs the shop and stands for it (主理人).</summary>
    Owner,

    /// <summary>Brings the offers (福利官).</summary>
    WelfareOfficer,

    /// <summary>Looks after the customer before and after the sale (专属管家).</summary>
    Butler,
}

/// <summary>What customers want from an account (受众需求).</summary>
/// <remarks>The default value is <see cref="None"/>, which is no need.</remarks>
public enum PersonaNeed
{
    /// <summary>Not said.</summary>
    None = 0,

    /// <summary>To be told what is right for them (专业建议).</summary>
    Advice,

    /// <summary>To see people like themselves (同好陪伴).</summary>
    Company,

    /// <summary>To know who stands behind the goods (品牌信任).</summary>
    Trust,

    /// <summary>To buy cheaply (实惠).</summary>
    Bargains,

    /// <summary>To be helped at once (贴身服务).</summary>
    Service,
}

/// <summary>How well a kind of persona meets a need (人设匹配度).</summary>
/// <remarks>Equality is that of all members; there is no ordering. A table checks its rows when it is made.</remarks>
public sealed record PersonaRow
{
    /// <summary>The greatest strength of a need, and the best match.</summary>
    public const int Most = 3;

    /// <summary>Makes a row.</summary>
    /// <param name="kind">The kind of persona.</param>
    /// <param name="need">The need.</param>
    /// <param name="match">How well it meets it, from 1 to 3; what has no row is 0.</param>
    public PersonaRow(PersonaKind kind, PersonaNeed need, int match) => (Kind, Need, Match) = (kind, need, match);

    /// <summary>The kind of persona.</summary>
    public PersonaKind Kind { get; }

    /// <summary>The need.</summary>
    public PersonaNeed Need { get; }

    /// <summary>How well it meets it.</summary>
    public int Match { get; }
}

/// <summary>A kind of persona with its fit (人设适配).</summary>
/// <remarks>Equality is that of both members; there is no ordering.</remarks>
public sealed record PersonaFit
{
    internal PersonaFit(PersonaKind kind, Ratio fit) => (Kind, Fit) = (kind, fit);

    /// <summary>The kind of persona.</summary>
    public PersonaKind Kind { get; }

    /// <summary>Σ strength × match ÷ Σ strength × 3, over the needs that are known: 1 meets all of them best.</summary>
    public Ratio Fit { get; }
}

/// <summary>Which persona meets which need (人设适配表): the data by which a kind is chosen. D32.</summary>
/// <remarks>[C] asks which persona to run and gives no table; the rows of <see cref="Default"/> are our own. Immutable; checked when
/// made. Two tables are equal only when they are the same object.</remarks>
public sealed class PersonaTable
{
    private PersonaTable(ImmutableArray<PersonaRow> rows) => Rows = rows;

    /// <summary>Our own table: an expert for advice, a companion for company, an owner for trust, a welfare officer for bargains, a
    /// butler for service.</summary>
    public static PersonaTable Default { get; } = Create(
        [
            new(PersonaKind.Expert, PersonaNeed.Advice, 3),
            new(PersonaKind.Expert, PersonaNeed.Trust, 2),
            new(PersonaKind.Expert, PersonaNeed.Service, 1),
            new(PersonaKind.Companion, PersonaNeed.Company, 3),
            new(PersonaKind.Companion, PersonaNeed.Advice, 1),
            new(PersonaKind.Companion, PersonaNeed.Trust, 1),
            new(PersonaKind.Owner, PersonaNeed.Trust, 3),
            new(PersonaKind.Owner, PersonaNeed.Company, 1),
            new(PersonaKind.Owner, PersonaNeed.Advice, 1),
            new(PersonaKind.WelfareOfficer, PersonaNeed.Bargains, 3),
            new(PersonaKind.WelfareOfficer, PersonaNeed.Service, 1),
            new(PersonaKind.Butler, PersonaNeed.Service, 3),
            new(PersonaKind.Butler, PersonaNeed.Advice, 1),
            new(PersonaKind.Butler, PersonaNeed.Bargains, 1),
        ]);

    /// <summary>The rows.</summary>
    public ImmutableArray<PersonaRow> Rows { get; }

    /// <summary>Makes a table.</summary>
    /// <param name="rows">The rows; at least one.</param>
    /// <exception cref="ArgumentNullException">There are no rows.</exception>
    /// <exception cref="InvalidPolicyException">There is none, a kind or need is none, a match is not from 1 to 3, or a pair is there
    /// twice; all mistakes are named.</exception>
    public static PersonaTable Create(IEnumerable<PersonaRow> rows)
    {
        ImmutableArray<PersonaRow> all = [.. Guard.Against.Null(rows)];
        var pairs = new HashSet<(PersonaKind Kind, PersonaNeed Need)>();
        PolicyCheck check = new PolicyCheck().Needs(!all.IsEmpty, nameof(rows), PersonaAccountReasons.OutOfRange, 0, "≥ 1");
        for (int i = 0; i < all.Length; i++)
        {
            PersonaRow row = Guard.Against.Null(all[i], nameof(rows));
            string path = $"rows[{i}]";
            check.Needs(row.Kind is > PersonaKind.None and <= PersonaKind.Butler, path, PersonaAccountReasons.ChoiceMissing, row.Kind.ToString())
                .Needs(row.Need is > PersonaNeed.None and <= PersonaNeed.Service, path, PersonaAccountReasons.ChoiceMissing, row.Need.ToString())
                .Needs(row.Match is >= 1 and <= PersonaRow.Most, path, PersonaAccountReasons.OutOfRange, row.Match, Wanted.From("1", "3"))
                .Needs(pairs.Add((row.Kind, row.Need)), path, PersonaAccountReasons.Twice, $"{row.Kind}, {row.Need}");
        }

        check.ThrowIfAny("persona table");
        return new PersonaTable(all);
    }

    /// <summary>The needs of which nothing is said.</summary>
    /// <param name="needs">How strong each need is.</param>
    /// <exception cref="ArgumentNullException">There are no needs.</exception>
    public static ImmutableArray<PersonaNeed> Unknown(IReadOnlyDictionary<PersonaNeed, int> needs)
    {
        Guard.Against.Null(needs);
        return [.. Enum.GetValues<PersonaNeed>().Where(need => need != PersonaNeed.None && !needs.ContainsKey(need))];
    }

    /// <summary>The kinds of persona, the one that meets the needs best first; equals in the order of <see cref="PersonaKind"/>.</summary>
    /// <param name="needs">How strong each need is, from 0 to 3; a need that is left out is not known and counts nowhere, see
    /// <see cref="Unknown"/>.</param>
    /// <returns>All kinds of the table; no value when no need is known, or all are 0.</returns>
    /// <exception cref="ArgumentNullException">There are no needs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A need is none, or its strength out of range.</exception>
    public Answer<ImmutableArray<PersonaFit>> Rank(IReadOnlyDictionary<PersonaNeed, int> needs)
    {
        foreach ((PersonaNeed need, int strength) in Guard.Against.Null(needs))
        {
            Guard.Against.OutOfRange((int)need, nameof(needs), (int)PersonaNeed.Advice, (int)PersonaNeed.Service);
            Guard.Against.OutOfRange(strength, nameof(needs), 0, PersonaRow.Most);
        }

        int most = needs.Values.Sum() * PersonaRow.Most;
        return most == 0
            ? Answer<ImmutableArray<PersonaFit>>.Refused(PersonaAccountReasons.NeedsUnknown.With())
            : Rows.GroupBy(static row => row.Kind)
                .OrderBy(static rows => rows.Key)
                .Select(rows => new PersonaFit(rows.Key, Ratio.Of(rows.Sum(row => needs.GetValueOrDefault(row.Need) * row.Match), most)))
                .OrderByDescending(static fit => fit.Fit)
                .ToImmutableArray();
    }
}
