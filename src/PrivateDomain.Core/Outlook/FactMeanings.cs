using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Analysis;

namespace PrivateDomain.Core.Outlook;

/// <summary>What facts mean on a day and on the next one, each worked out once: it is read from their names.</summary>
internal sealed class FactMeanings(int today)
{
    private readonly Dictionary<Fact, (FactMeaning Now, FactMeaning Tomorrow)> known = [];

    internal int Today => today;

    internal (FactMeaning Now, FactMeaning Tomorrow) Of(Fact fact)
    {
        if (!known.TryGetValue(fact, out (FactMeaning, FactMeaning) meaning))
        {
            known.Add(fact, meaning = (FactMeaning.Of(fact, today), FactMeaning.Of(fact, today + 1)));
        }

        return meaning;
    }
}
