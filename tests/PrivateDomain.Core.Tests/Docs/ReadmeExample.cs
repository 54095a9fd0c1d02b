using System.Diagnostics;
using PrivateDomain.Core.Tests.Conventions;

namespace PrivateDomain.Core.Tests.Docs;

/// <summary>The README's example is a console program of its own, docs/samples/Readme, and prints what the README says.</summary>
[Text]
public sealed class ReadmeExample
{
    [Fact]
    public async Task TheProgram_PrintsWhatTheReadmesShow()
    {
        using Process program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Readme.dll")])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        string output = (await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, program.ExitCode);
        Assert.All(["README.md", "README.zh-CN.md"], readme => Assert.Equal(Shown(Repository.Read(readme)), output));
    }

    private static string Shown(string readme) => readme.Split("```text\n")[1].Split("```")[0];
}
