namespace PrivateDomain.Core.Tests.Conventions;

public sealed class SourceFilesTests
{
    [Fact]
    public void NoLine_IsTooLong() => Assert.Empty(SourceFiles.All()
        .Select(static file => (file.Path, Count: SourceFiles.LongLines(file.Text))).Where(static file => file.Count > 0)
        .Select(static file => $"{file.Path}: {file.Count} lines over {SourceFiles.ColumnsMax} columns"));

    [Fact]
    public void EveryFile_IsNamedForWhatItHolds() => Assert.Empty(
        SourceFiles.All().Where(static file => !SourceFiles.IsNamedForItsContent(file.Path, file.Text)).Select(static file => file.Path));

    [Fact]
    public void TheCheck_SeesALongLine() =>
        Assert.Equal(1, SourceFiles.LongLines($"{new string('a', 140)}\n{new string('b', 141)}\r\n{new string('c', 140)}\r\n"));

    [Fact]
    public void TheCheck_CountsALetterOfChineseTwice() =>
        Assert.Equal(1, SourceFiles.LongLines($"{new string('私', 70)}\n{new string('域', 70)}。\n"));

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
