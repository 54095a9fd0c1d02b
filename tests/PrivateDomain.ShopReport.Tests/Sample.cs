namespace PrivateDomain.ShopReport.Tests;

/// <summary>Runs the program in a folder of its own.</summary>
internal sealed class Sample : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shop-report-");

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string Html { get; private set; } = "";

    /// <summary>A file of the given lines in the folder.</summary>
    public string File(string name, params string[] lines)
    {
        string path = PathOf(name);
        System.IO.File.WriteAllLines(path, lines);
        return path;
    }

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public int Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string page = PathOf("report.html");
        int code = App.Run([.. args, "--out", page], output, error, TestContext.Current.CancellationToken);
        Output = output.ToString();
        Error = error.ToString();
        Html = System.IO.File.Exists(page) ? System.IO.File.ReadAllText(page) : "";
        return code;
    }

    /// <summary>Asserts that the output has a table row of just these cells.</summary>
    public void AssertRow(params string[] cells) =>
        Assert.Contains(Output.Split('\n'), line => line.StartsWith('│') && line.Trim('│', '\r').Split('│', StringSplitOptions.TrimEntries)
            .SequenceEqual(cells, StringComparer.Ordinal));

    public void Dispose() => folder.Delete(recursive: true);
}
