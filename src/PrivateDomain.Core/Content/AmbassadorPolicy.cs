using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Content;

/// <summary>Which customers become ambassadors, who show the goods on themselves (试穿大使甄选)? By skill, stage and body group.</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of the options; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class AmbassadorPolicy : Policy<AmbassadorPolicy, AmbassadorOptions>, IPolicy<AmbassadorPolicy, AmbassadorOptions>
{
    private AmbassadorPolicy(AmbassadorOptions options)
        : base(options)
    {
    }

    static AmbassadorPolicy IPolicy<AmbassadorPolicy, AmbassadorOptions>.Make(AmbassadorOptions options) => new(options);

    /// <summary>Whether a customer can be an ambassador.</summary>
    /// <param name="candidate">What is known of the customer.</param>
    /// <returns>Allowed; denied when anything speaks against it; undecidable when nothing does but a fact is not known. All reasons are
    /// there.</returns>
    /// <exception cref="ArgumentNullException">There is no candidate.</exception>
    public Decision Decide(AmbassadorCandidate candidate)
    {
        Guard.Against.Null(candidate);
        Findings findings = default;
        if (candidate.Skill < Options.SkillMin)
        {
            findings.Deny(
                ContentReasons.SkillTooLow.With(ReasonValue.From(candidate.Skill.Value.Value), ReasonValue.From(Options.SkillMin.Value)));
        }

        if (candidate.Stage < Options.StageMin)
        {
            findings.Deny(ContentReasons.StageTooLow.With(
                candidate.Stage.Value.Name(), Options.StageMin.Name()));
        }

        if (candidate.BodyGroups.IsEmpty)
        {
            findings.Deny(ContentReasons.NoBodyGroup.With());
        }

        if (candidate.Skill is null)
        {
            findings.Lack(ContentReasons.SkillUnknown.With());
        }

        if (candidate.Stage is null)
        {
            findings.Lack(ContentReasons.StageUnknown.With());
        }

        return findings.ToDecision();
    }

    /// <summary>Chooses ambassadors so that as many body groups as possible have one.</summary>
    /// <remarks>
    /// <para>Each place goes to who stands for the most groups that are still open; among equals to the more skilled, then to the higher
    /// stage, then to the smaller identifier. When all that can be are covered, a new round begins in which every group is open again,
    /// until the places or candidates are used up. So the choice is the same for any order of the input.</para>
    /// <para>That is the greedy cover: with too few places it may miss a choice that covers more groups, by at most the factor 1 −
    /// 1/e.</para>
    /// </remarks>
    /// <param name="candidates">The customers; each once.</param>
    /// <param name="groups">The body groups that need content.</param>
    /// <exception cref="ArgumentNullException">There are no candidates or groups, or one is null.</exception>
    /// <exception cref="ArgumentException">A customer is there twice, or a group has no name.</exception>
    public AmbassadorSelection Select(IEnumerable<AmbassadorCandidate> candidates, IEnumerable<string> groups)
    {
        ImmutableSortedSet<string> wanted = AmbassadorCandidate.Names(groups, nameof(groups));
        AmbassadorCandidate[] all =
            [.. Guard.Against.Null(candidates).Select(static c => Guard.Against.Null(c, nameof(candidates))).OrderBy(
                static c => c.Customer)];
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
        ImmutableSortedSet<string> reachable = wanted.Intersect(free.SelectMany(static c => c.BodyGroups));
        ImmutableArray<Ambassador> chosen = Fill(free, reachable);
        ImmutableSortedSet<string> covered = wanted.Intersect(chosen.SelectMany(static a => a.Candidate.BodyGroups));
        ImmutableArray<Reason> open =
        [
            .. wanted.Except(reachable).Select(static g => ContentReasons.GroupWithoutCandidate.With(g)),
            .. reachable.Except(covered).Select(g => ContentReasons.NoPlaceLeft.With(g, Options.Places)),
        ];
        return new AmbassadorSelection(
            chosen, [.. wanted.Except(covered)], Ratio.From(covered.Count, wanted.Count), open,
            [.. judged.Where(static j => !j.Decision.IsAllowed).Select(static j => new RefusedCandidate(j.Candidate, j.Decision))]);
    }

    private ImmutableArray<Ambassador> Fill(List<AmbassadorCandidate> free, ImmutableSortedSet<string> reachable)
    {
        var chosen = ImmutableArray.CreateBuilder<Ambassador>();
        ImmutableSortedSet<string> open = reachable;
        for (int round = 1; chosen.Count < Options.Places;)
        {
            AmbassadorCandidate? best = free.MaxBy(c => c.BodyGroups.Count(open.Contains)); // the first of equals
            ImmutableSortedSet<string> gained = best is null ? open.Clear() : open.Intersect(best.BodyGroups);
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
