using System.Collections.Immutable;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Content;

/// <summary>Which customers become ambassadors, who show the goods on themselves (试穿大使甄选): by skill, stage and fit group. From [B], D27
/// and D16.</summary>
/// <remarks>Immutable; checked when made. Equality is that of all members; there is no ordering.</remarks>
public sealed record AmbassadorPolicy
{
    private AmbassadorPolicy(int places, Score skillMin, RelationshipStage stageMin)
    {
        Places = places;
        SkillMin = skillMin;
        StageMin = stageMin;
    }

    /// <summary>20 places, from [B], D27. A skill of 60 and the stage of rapport are choices of our own.</summary>
    public static AmbassadorPolicy Default { get; } = Create();

    /// <summary>How many ambassadors there can be.</summary>
    public int Places { get; }

    /// <summary>The least skill at making content.</summary>
    public Score SkillMin { get; }

    /// <summary>How far the relationship must have come.</summary>
    public RelationshipStage StageMin { get; }

    /// <summary>Makes a policy; what is left out has its default.</summary>
    /// <param name="places">How many ambassadors there can be; 1 to 10,000, default 20.</param>
    /// <param name="skillMin">The least skill; default 60.</param>
    /// <param name="stageMin">How far the relationship must have come; default <see cref="RelationshipStage.Rapport"/>.</param>
    /// <exception cref="InvalidPolicyException">Something is out of range; all mistakes are named.</exception>
    public static AmbassadorPolicy Create(int places = 20, Score? skillMin = null, RelationshipStage stageMin = RelationshipStage.Rapport)
    {
        new PolicyCheck()
            .Needs(places is >= 1 and <= 10_000, nameof(places), ContentReasons.OutOfRange, places, Wanted.From("1", "10,000"))
            .Needs(Enum.IsDefined(stageMin), nameof(stageMin), ContentReasons.ChoiceMissing, stageMin.ToString())
            .ThrowIfAny("ambassador policy");
        return new AmbassadorPolicy(places, skillMin ?? Score.From(60), stageMin);
    }

    /// <summary>Whether a customer can be an ambassador.</summary>
    /// <param name="candidate">What is known of the customer.</param>
    /// <returns>Allowed; denied when anything speaks against it; undecidable when nothing does but a fact is not known. All reasons are
    /// there.</returns>
    /// <exception cref="ArgumentNullException">There is no candidate.</exception>
    public Decision Decide(AmbassadorCandidate candidate)
    {
        Guard.Against.Null(candidate);
        List<Reason> against = [];
        List<Reason> unknown = [];
        if (candidate.Skill is not { } skill)
        {
            unknown.Add(ContentReasons.SkillUnknown.With());
        }
        else if (skill < SkillMin)
        {
            against.Add(ContentReasons.SkillTooLow.With(ReasonValue.Of(skill.Value), ReasonValue.Of(SkillMin.Value)));
        }

        if (candidate.Stage is not { } stage)
        {
            unknown.Add(ContentReasons.StageUnknown.With());
        }
        else if (stage < StageMin)
        {
            against.Add(ContentReasons.StageTooLow.With(RelationshipWords.NameOf(stage), RelationshipWords.NameOf(StageMin)));
        }

        if (candidate.FitGroups.IsEmpty)
        {
            against.Add(ContentReasons.NoFitGroup.With());
        }

        return against.Count > 0 ? Decision.Denied([.. against, .. unknown])
            : unknown.Count > 0 ? Decision.Undecidable([.. unknown])
            : Decision.Allowed;
    }

    /// <summary>Chooses ambassadors so that as many fit groups as possible have one.</summary>
    /// <remarks>
    /// <para>Each place goes to who stands for the most groups that are still open; among equals to the more skilled, then to the higher
    /// stage, then to the smaller identifier. When all that can be are covered, a new round begins in which every group is open again,
    /// until the places or candidates are used up. So the choice is the same for any order of the input.</para>
    /// <para>That is the greedy cover: with too few places it may miss a choice that covers more groups, by at most the factor 1 −
    /// 1/e.</para>
    /// </remarks>
    /// <param name="candidates">The customers; each once.</param>
    /// <param name="groups">The fit groups that need content.</param>
    /// <exception cref="ArgumentNullException">There are no candidates or groups.</exception>
    /// <exception cref="ArgumentException">A customer is there twice, or a group has no name.</exception>
    public AmbassadorSelection Select(IEnumerable<AmbassadorCandidate> candidates, IEnumerable<string> groups)
    {
        ImmutableSortedSet<string> wanted = AmbassadorCandidate.Names(groups, nameof(groups));
        AmbassadorCandidate[] all =
            [.. Guard.Against.Null(candidates).OrderBy(static c => Guard.Against.Null(c, nameof(candidates)).Customer)];
        if (all.Zip(all.Skip(1)).FirstOrDefault(static pair => pair.First.Customer == pair.Second.Customer) is { First: { } twice })
        {
            throw new ArgumentException($"Each customer can be a candidate once, but {twice.Customer} is there twice.", nameof(candidates));
        }

        (AmbassadorCandidate Candidate, Decision Decision)[] judged = [.. all.Select(c => (c, Decide(c)))];
        List<AmbassadorCandidate> free =
        [
            .. judged.Where(static j => j.Decision.IsAllowed).Select(static j => j.Candidate)
                .OrderByDescending(static c => c.Skill).ThenByDescending(static c => c.Stage).ThenBy(static c => c.Customer),
        ];
        ImmutableSortedSet<string> reachable = wanted.Intersect(free.SelectMany(static c => c.FitGroups));
        ImmutableArray<Ambassador> chosen = Fill(free, reachable);
        ImmutableSortedSet<string> covered = wanted.Intersect(chosen.SelectMany(static a => a.Candidate.FitGroups));
        ImmutableArray<Reason> open =
        [
            .. wanted.Except(reachable).Select(static g => ContentReasons.GroupWithoutCandidate.With(g)),
            .. reachable.Except(covered).Select(g => ContentReasons.NoPlaceLeft.With(g, Places)),
        ];
        return new AmbassadorSelection(
            chosen, [.. wanted.Except(covered)], Ratio.Of(covered.Count, wanted.Count), open,
            [.. judged.Where(static j => !j.Decision.IsAllowed).Select(static j => new RefusedCandidate(j.Candidate, j.Decision))]);
    }

    private ImmutableArray<Ambassador> Fill(List<AmbassadorCandidate> free, ImmutableSortedSet<string> reachable)
    {
        var chosen = ImmutableArray.CreateBuilder<Ambassador>();
        ImmutableSortedSet<string> open = reachable;
        for (int round = 1; chosen.Count < Places;)
        {
            AmbassadorCandidate? best = free.MaxBy(c => c.FitGroups.Count(open.Contains)); // the first of equals
            ImmutableSortedSet<string> gained = best is null ? open.Clear() : open.Intersect(best.FitGroups);
            if (!gained.IsEmpty)
            {
                chosen.Add(new Ambassador(best!, [.. gained], round));
                free.Remove(best!);
                open = open.Except(gained);
            }
            else if (open.SetEquals(reachable))
            {
                break; // a whole new round would choose nobody
            }
            else
            {
                open = reachable;
                round++;
            }
        }

        return chosen.ToImmutable();
    }
}
