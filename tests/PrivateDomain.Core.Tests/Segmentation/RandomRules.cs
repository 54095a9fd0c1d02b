using NodaTime;
using PrivateDomain.Conformance;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Segmentation;

/// <summary>Random rules and customers of the conformance kit, from a seed of the tests' own.</summary>
internal sealed class RandomRules
{
    internal static readonly LocalDate Today = ConformanceFacts.Today;

    internal static readonly NumberFact Age = ConformanceFacts.Age;
    internal static readonly NumberFact Height = ConformanceFacts.Height;
    internal static readonly DateFact Birthday = ConformanceFacts.Birthday;
    internal static readonly YesNoFact IsParent = ConformanceFacts.IsParent;
    internal static readonly TextFact City = ConformanceFacts.City;
    internal static readonly TextSetFact Hobbies = ConformanceFacts.Hobbies;
    internal static readonly ChoiceFact Tier = ConformanceFacts.Tier;

    internal static readonly FactSchema Schema = ConformanceFacts.Schema;

    internal static readonly NumberFact[] Numbers = [.. ConformanceFacts.Numbers];
    internal static readonly NumberFact[] Derived = [.. ConformanceFacts.Derived];
    internal static readonly DateFact[] Dates = [.. ConformanceFacts.Dates];
    internal static readonly YesNoFact[] YesNos = [.. ConformanceFacts.YesNos];
    internal static readonly TextFact[] Texts = [.. ConformanceFacts.Texts];
    internal static readonly TextSetFact[] TextSets = [.. ConformanceFacts.TextSets];
    internal static readonly ChoiceFact[] Choices = [.. ConformanceFacts.Choices];

    private readonly Random random;
    private readonly ConformanceRandom rules;

    internal RandomRules(int seed)
    {
        random = Chance.From(seed);
        rules = ConformanceRandom.From(random);
    }

    internal static Fact[] AllFacts => [.. ConformanceFacts.All];

    /// <summary>A customer of whom about two thirds of the facts are known, with any numbers.</summary>
    /// <param name="number">The number.</param>
    /// <param name="isFolding">Whether some facts cannot be told any more.</param>
    internal FactValues Customer(int number, bool isFolding = false)
    {
        FactValues values = rules.Customer(number, anyNumber: true);
        return isFolding
            ? AllFacts.Where(_ => random.Next(6) == 0).Aggregate(values, static (v, fact) => v.WithFolded(fact))
            : values;
    }

    /// <summary>A customer with numbers as columns of their types hold them.</summary>
    /// <param name="number">The number.</param>
    internal FactValues HeldCustomer(int number) => rules.Customer(number);

    /// <summary>A rule at most so deep. It may refer to the segments named.</summary>
    internal SegmentRule Rule(int depth, params string[] segments) => rules.Rule(depth, segments);

    /// <summary>A rule just so deep, whose groups have several parts.</summary>
    internal SegmentRule DeepRule(int depth) => rules.DeepRule(depth);

    /// <summary>A leaf of any kind.</summary>
    internal SegmentRule Leaf() => rules.Leaf();
}
