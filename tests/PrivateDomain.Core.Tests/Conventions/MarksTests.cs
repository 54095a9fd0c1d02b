using Mono.Cecil;

namespace PrivateDomain.Core.Tests.Conventions;

public sealed class MarksTests
{
    private static readonly string Library = typeof(Money).Assembly.Location;
    private static readonly string Tests = typeof(MarksTests).Assembly.Location;

    [Fact]
    public void EveryTestClass_BearsTheMarksOfWhatItCalls()
    {
        if (Repository.Rewrites)
        {
            foreach ((string type, string mark, string _) in Missing(isExample: false))
            {
                Marks.Write(type, mark);
            }
        }

        Assert.Equal("", string.Join('\n', Missing(isExample: false)
            .Select(static m => $"{m.Class} calls {m.Member}: mark it {m.Mark}, or run once with UPDATE_TEXTS=1")));
    }

    [Fact]
    public void TheCheck_SeesAClassWithoutItsMark() => Assert.Equal(
        [("UnmarkedKernel", "[Kernel]", "ProductFitPolicy.Assess"), ("UnmarkedText", "[Text]", "Money.Parse"),
            ("UnmarkedValue", "[Text]", "Money.ToString")],
        Missing(isExample: true).Select(static m => (m.Class[(m.Class.LastIndexOf('.') + 1)..], m.Mark, m.Member)));

    /// <summary>The mark of kernels rests on this: the vector code is found at all, and not everywhere.</summary>
    [Fact]
    public void TheCheck_KnowsWhatReachesVectors()
    {
        using AssemblyDefinition core = AssemblyDefinition.ReadAssembly(Library);
        HashSet<string> reaching = Marks.ReachingVectors(core);
        Assert.InRange(reaching.Count, 10, core.MainModule.GetTypes().Sum(static t => t.Methods.Count) / 20);
    }

    private static (string Class, string Mark, string Member)[] Missing(bool isExample) =>
        Marks.Missing(Library, Tests, t => t.Name.StartsWith("Unmarked", StringComparison.Ordinal) == isExample);
}
