using NodaTime;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Analysis;
using PrivateDomain.Core.Segmentation.Forms;

namespace PrivateDomain.Core.Rules;

/// <summary>What differs between the segments of two shops: by name, and who comes in and who goes out.</summary>
internal sealed class SegmentDifferences(ShopOptions before, ShopOptions after, LocalDate? today)
{
    private const string Place = "segments";
    private const int SizeMax = 4_000; // rules that are larger once their references are written out are not analysed
    private const int DepthMax = SegmentRule.DepthMax - 4; // the analysis combines them
    private static readonly Bilingual Whole = new("segments", "分群");

    private readonly SegmentSet? was = before.Segments;
    private readonly SegmentSet? now = after.Segments;
    private readonly RuleAnalysis? analysis = AnalysisOf(before, after, today);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal); // by their own rule, or by what they refer to

    internal void AddTo(List<FigureDifference> found)
    {
        if (was is null || now is null)
        {
            if (was is not null || now is not null)
            {
                found.Add(new(Place, Whole, Say(was), Say(now)));
            }

            return;
        }

        if (was.IsExclusive != now.IsExclusive)
        {
            found.Add(new(
                $"{Place}.exclusive", Words.Join(Whole, new("in one at most", "互斥")), YesOrNo(was.IsExclusive),
                YesOrNo(now.IsExclusive)));
        }

        foreach (int place in now.Order)
        {
            Segment segment = now.Segments[place];
            int earlier = was.PlaceOf(segment.Name);
            if (earlier >= 0 && (!was.Segments[earlier].Rule.Equals(segment.Rule) || ChangedIn(segment.Rule).Any()))
            {
                changed.Add(segment.Name);
            }
        }

        for (int i = 0; i < now.Segments.Length; i++)
        {
            int earlier = was.PlaceOf(now.Segments[i].Name);
            if (earlier < 0)
            {
                found.Add(new(PlaceOf(i), NameOf(now.Segments[i]), FigureText.None, SegmentSentence.Of(now.Segments[i].Rule)));
            }
            else
            {
                AddTo(found, was.Segments[earlier], now.Segments[i], PlaceOf(i));
            }
        }

        for (int i = 0; i < was.Segments.Length; i++)
        {
            if (now.PlaceOf(was.Segments[i].Name) < 0)
            {
                found.Add(new(PlaceOf(i), NameOf(was.Segments[i]), SegmentSentence.Of(was.Segments[i].Rule), FigureText.None));
            }
        }

        string[] left = [.. was.Segments.Select(static s => s.Name).Where(name => now.PlaceOf(name) >= 0)];
        string[] right = [.. now.Segments.Select(static s => s.Name).Where(name => was.PlaceOf(name) >= 0)];
        if (!left.AsSpan().SequenceEqual(right))
        {
            found.Add(new(Place, Words.Join(Whole, new("order", "顺序")), Names(left), Names(right)));
        }
    }

    private void AddTo(List<FigureDifference> found, Segment earlier, Segment later, string place)
    {
        if (!earlier.Rule.Equals(later.Rule))
        {
            found.Add(new(
                place, NameOf(later), SegmentSentence.Of(earlier.Rule), SegmentSentence.Of(later.Rule), EffectOf(earlier, later)));
        }
        else if (changed.Contains(later.Name))
        {
            found.Add(DifferenceByReference(earlier, later, place));
        }

        if (earlier.Version != later.Version)
        {
            found.Add(new(
                $"{place}.version", Words.Join(NameOf(later), new("version", "版本")), FigureText.Of(earlier.Version),
                FigureText.Of(later.Version)));
        }
    }

    // The rule reads the same and means something else: what its names mean is written out.
    private FigureDifference DifferenceByReference(Segment earlier, Segment later, string place)
    {
        string[] names = [.. ChangedIn(later.Rule).Distinct(StringComparer.Ordinal)];
        int left = SizeMax;
        (Bilingual before, Bilingual after) = WrittenOut(earlier.Rule, was!, ref left, 0) is { } one
            && WrittenOut(later.Rule, now!, ref left, 0) is { } other
                ? (SegmentSentence.Of(one), SegmentSentence.Of(other))
                : (SegmentSentence.Of(earlier.Rule), SegmentSentence.Of(later.Rule));
        Bilingual by = new($"by the changed {string.Join(", ", names)}", $"引用的 {string.Join("、", names)} 已变更");
        return new(place, Words.Join(NameOf(later), by), before, after, EffectOf(earlier, later));
    }

    private IEnumerable<string> ChangedIn(SegmentRule rule) => rule switch
    {
        GroupRule group => group.Rules.SelectMany(ChangedIn),
        NotRule not => ChangedIn(not.Rule),
        ReferenceRule reference when changed.Contains(reference.Name) => [reference.Name],
        _ => [],
    };

    // Each rule with its references written out, for a name may mean another rule in the other set.
    private Bilingual EffectOf(Segment earlier, Segment later)
    {
        if (analysis is null)
        {
            return default;
        }

        int left = SizeMax;
        return WrittenOut(earlier.Rule, was!, ref left, 0) is { } one && WrittenOut(later.Rule, now!, ref left, 0) is { } other
            ? analysis.Explain(one, other).Sentence
            : default;
    }

    private static SegmentRule? WrittenOut(SegmentRule rule, SegmentSet set, ref int left, int depth)
    {
        left -= rule is GroupRule or NotRule ? 1 : rule.Size;
        if (left < 0 || depth > DepthMax)
        {
            return null;
        }

        switch (rule)
        {
            case ReferenceRule reference:
                return WrittenOut(set.Segments[set.PlaceOf(reference.Name)].Rule, set, ref left, depth);
            case NotRule not:
                return WrittenOut(not.Rule, set, ref left, depth + 1) is { } inner ? !inner : null;
            case GroupRule group:
                var parts = new List<SegmentRule>();
                foreach (SegmentRule part in group.Rules)
                {
                    if (WrittenOut(part, set, ref left, depth + 1) is not { } written)
                    {
                        return null;
                    }

                    parts.Add(written);
                }

                return new GroupRule(group.Operator, group.Count, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(parts));
            default:
                return rule;
        }
    }

    // Stage and trust hang together with the history by policies: where both shops have the same.
    private static RuleAnalysis? AnalysisOf(ShopOptions before, ShopOptions after, LocalDate? today)
    {
        if (today is not { } day)
        {
            return null;
        }

        DateRule.CheckToday(day);
        if (after.Zone is not { } zone || after.Currency.IsNone)
        {
            return null;
        }

        var shop = new Shop(zone, after.Currency);
        return Equals(before.Ladder, after.Ladder) && Equals(before.Trust, after.Trust) && after is { Ladder: not null, Trust: not null }
            && LadderPolicy.TryCreate(after.Ladder, out LadderPolicy? ladder, out _)
            && TrustPolicy.TryCreate(after.Trust, out TrustPolicy? trust, out _)
                ? ShopRules.AnalysisOf(shop, day, null, ladder, trust)
                : RuleAnalysis.From(shop, day);
    }

    private static string PlaceOf(int place) => FormattableString.Invariant($"{Place}[{place}]");

    private static Bilingual NameOf(Segment segment) => Words.Join(Whole, new(segment.Name, segment.Name));

    private static Bilingual YesOrNo(bool value) => FigureText.Of(FlagForm.Instance.Show(value));

    private static Bilingual Say(SegmentSet? set) => set is null ? FigureText.None : Names([.. set.Segments.Select(static s => s.Name)]);

    private static Bilingual Names(string[] names) =>
        names.Length == 0 ? new("none", "无") : new(string.Join(", ", names), string.Join("、", names));
}
