namespace PrivateDomain.Core.Tests.Conventions;

public sealed class SourceFilesTests
{
    // What is still to be reflowed, by folder: these numbers only shrink, and the list goes with the last of them.
    private static readonly Dictionary<string, int> LinesToReflow = new(StringComparer.Ordinal)
    {
        ["src/PrivateDomain.ShopReport"] = 4,
        ["src/PrivateDomain.ShopReport/Views"] = 28,
    };

    // Files still to be named for what they hold: this list only shrinks.
    private static readonly HashSet<string> ToRename = new(StringComparer.Ordinal)
    {
        "src/PrivateDomain.ShopReport/RelationshipParts.cs",
        "src/PrivateDomain.ShopReport/Reading/Kinds.cs",
        "src/PrivateDomain.ShopReport/Reading/Records.cs",
    };

    [Fact]
    public void NoLine_IsTooLong() => Assert.Equal("", string.Join('\n', SourceFiles.All()
        .GroupBy(static file => file.Path[..file.Path.LastIndexOf('/')], static file =>
            (file.Path, Count: SourceFiles.LongLines(file.Text)))
        .Where(static folder => folder.Sum(static f => f.Count) > LinesToReflow.GetValueOrDefault(folder.Key))
        .SelectMany(static folder => folder.Where(static f => f.Count > 0).Select(f =>
            $"{f.Path}: {f.Count} lines over {SourceFiles.ColumnsMax} columns"))));

    [Fact]
    public void EveryFile_IsNamedForWhatItHolds() => Assert.Empty(
        SourceFiles.All().Where(static file => !SourceFiles.IsNamedForItsContent(file.Path, file.Text)).Select(static file => file.Path)
            .Except(ToRename));

    [Fact]
    public void TheCheck_SeesALongLine() =>
        Assert.Equal(1, SourceFiles.LongLines($"{new string('a', 140)}\n{new string('b', 141)}\r\n{new string('c', 140)}\r\n"));

    [Theory]
    [InlineData("a/Money.cs", "public readonly record struct Money\n{", true)]
    [InlineData("a/Money.Text.cs", "public readonly partial record struct Money\n{", true)]
    [InlineData("a/Leaves.cs", "public sealed record NumberRule : SegmentRule;\npublic enum NumberOperator\n{", false)]
    [InlineData("a/LinkEvents.cs",
        "public sealed record LinkMade(int A) : CustomerEvent(A);\n[A]\npublic sealed record LinkLost : CustomerEvent;", true)]
    [InlineData("a/LinkEvents.cs", "public sealed record LinkMade : CustomerEvent;", false)]
    [InlineData("a/Program.cs", "Console.WriteLine();", true)]
    public void TheCheck_SeesAFileNamedForSomethingElse(string path, string text, bool isGood) =>
        Assert.Equal(isGood, SourceFiles.IsNamedForItsContent(path, text));
}
