namespace PrivateDomain.Sql.Tests;

public sealed class SampleTests
{
    [Fact]
    public async Task ArrowColumns_AFileOfCustomers_CountsAsDuckDb()
    {
        using SampleProgram sample = SampleProgram.Start("ArrowColumns", "70001"); // more than one batch, and no whole word of rows
        await sample.LineWith("70001 customers, 23 columns");
        await sample.LineWith("All counts are equal.");
        Assert.Equal(0, await sample.ExitCode());
    }

    [Fact]
    public async Task ShardedSegments_FourWorkers_AnswerAsOneProcess()
    {
        using SampleProgram sample = SampleProgram.Start("ShardedSegments", "20000");
        string[] folders = await FoldersOf(sample);
        await sample.LineWith("Remote SQL: SELECT id FROM public.customer WHERE ((last_order_at IS NOT NULL))");
        await sample.LineWith("All answers are equal.");
        Assert.Equal(0, await sample.ExitCode());
        Assert.All(folders, static folder => Assert.False(Directory.Exists(folder)));
    }

    [Fact]
    public async Task ShardedSegments_Stopped_LeavesNoServerAndNoFile()
    {
        using SampleProgram sample = SampleProgram.Start("ShardedSegments", "2000000"); // more than it has time for
        string[] folders = await FoldersOf(sample);
        Assert.All(folders, static folder => Assert.True(Directory.Exists(folder)));
        sample.Terminate();
        await sample.LineWith("Stopped; the servers are gone.");
        Assert.Equal(2, await sample.ExitCode());
        Assert.All(folders, static folder => Assert.False(Directory.Exists(folder)));
    }

    // Where the five servers keep their files.
    private static async Task<string[]> FoldersOf(SampleProgram sample)
    {
        string line = await sample.LineWith("PostgreSQL: ");
        Assert.SkipWhen(line.Contains("NOT EXECUTED", StringComparison.Ordinal), line);
        string[] folders = line.Split(' ')[1..];
        Assert.Equal(5, folders.Length);
        return folders;
    }
}
