using PrivateDomain.Core;

namespace PrivateDomain.Conformance;

/// <summary>What is looked for (检查项目).</summary>
public enum ConformanceProbe
{
    /// <summary>Every operator of every fact, and its complement.</summary>
    Operators = 0,

    /// <summary>Groups of two facts, each of them absent or known, held and not.</summary>
    AbsentFacts,

    /// <summary>Texts that differ by case, accents, width, spaces and marks: a rule takes them for different.</summary>
    Collation,

    /// <summary>Days whose times are midnight, noon and a microsecond before midnight, from 1901 to 2199: no day may shift.</summary>
    TimeZone,

    /// <summary>Random rules, deep ones.</summary>
    RandomRules,
}

/// <summary>What people call a probe, in both languages (检查项目名称).</summary>
public static class ConformanceNames
{
    /// <summary>What people call a probe.</summary>
    /// <param name="probe">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not defined.</exception>
    public static Bilingual Name(this ConformanceProbe probe) => probe switch
    {
        ConformanceProbe.Operators => new("operators", "运算符"),
        ConformanceProbe.AbsentFacts => new("absent facts", "缺失值"),
        ConformanceProbe.Collation => new("collation", "排序规则"),
        ConformanceProbe.TimeZone => new("time zone", "时区"),
        ConformanceProbe.RandomRules => new("random rules", "随机规则"),
        _ => throw new ArgumentOutOfRangeException(nameof(probe), probe, "The value is not defined."),
    };
}
