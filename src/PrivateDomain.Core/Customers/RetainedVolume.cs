using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Customers;

/// <summary>How much of the flow of people a shop has kept (留量): who bought at least once and is still linked. Everyone else is
/// ineffective flow.</summary>
/// <remarks>
/// <para>Equality is that of the numbers; there is no ordering.</para>
/// <para>The default value is a flow of nobody, whose ratios are unknown.</para>
/// </remarks>
/// <example>
/// <code>
/// RetainedVolume volume = RetainedVolume.Measure(histories.Select(h =&gt; h.FactsAt(now, shop)));
/// Console.WriteLine($"{volume.Retained} of {volume.Buyers} buyers are still linked: {volume.RetainedRatio}");
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct RetainedVolume
{
    private RetainedVolume(long flow, long buyers, long? repeatCustomers, long retained)
    {
        Flow = flow;
        Buyers = buyers;
        RepeatCustomers = repeatCustomers;
        Retained = retained;
    }

    /// <summary>Everybody who passed by (流量).</summary>
    public long Flow { get; }

    /// <summary>Who bought at least once.</summary>
    public long Buyers { get; }

    /// <summary>Who bought on two of the shop's days or more (复购客户); null when made from numbers alone.</summary>
    public long? RepeatCustomers { get; }

    /// <summary>Who bought at least once and is still linked (留量).</summary>
    public long Retained { get; }

    /// <summary>Everybody else (无效流量).</summary>
    public long Ineffective => Flow - Retained;

    /// <summary>The retained of the flow (留量率); unknown when nobody passed by.</summary>
    public Ratio RetainedRatio => Ratio.From(Retained, Flow);

    /// <summary>The repeat customers of the buyers (复购率); unknown when nobody bought, or made from numbers alone. It is no retention
    /// rate.</summary>
    public Ratio RepurchaseRate => RepeatCustomers is { } repeat ? Ratio.From(repeat, Buyers) : Ratio.Unknown;

    /// <summary>Measures the retained volume of a cohort.</summary>
    /// <param name="cohort">The facts of everybody who passed by, each customer once, at one instant.</param>
    /// <exception cref="ArgumentNullException">There is no cohort, or a customer's facts are null.</exception>
    public static RetainedVolume Measure(IEnumerable<CustomerFacts> cohort)
    {
        (long flow, long buyers, long repeatCustomers, long retained) = (0, 0, 0, 0);
        foreach (CustomerFacts facts in Guard.Against.Null(cohort))
        {
            Guard.Against.Null(facts, nameof(cohort));
            flow++;
            buyers += facts.IsBuyer ? 1 : 0;
            repeatCustomers += facts.IsRepeatCustomer ? 1 : 0;
            retained += facts.IsRetained ? 1 : 0;
        }

        return new RetainedVolume(flow, buyers, repeatCustomers, retained);
    }

    /// <summary>The retained volume from numbers that are known already; the buyers are taken to be the retained.</summary>
    /// <param name="flow">Everybody who passed by; 0 or more.</param>
    /// <param name="retained">Who bought and is still linked; from 0 to the flow.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static RetainedVolume From(long flow, long retained)
    {
        Guard.Against.OutOfRange(flow, nameof(flow), 0L, long.MaxValue);
        Guard.Against.OutOfRange(retained, nameof(retained), 0L, flow);
        return new RetainedVolume(flow, retained, null, retained);
    }
}
