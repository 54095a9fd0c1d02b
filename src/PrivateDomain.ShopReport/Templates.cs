using PrivateDomain.Core;

namespace PrivateDomain.ShopReport;

/// <summary>Writes templates of all files into a folder: headers with two rows of the shipped shop to be replaced, and its costs and
/// rules.</summary>
internal static class Templates
{
    private const int LinesOfExample = 3;
    private static readonly string[] Whole = ["costs.csv", "segments.txt", "programme.json", "plan.csv", "README.md"];

    /// <summary>The names of the files written; files that are there already stay as they are.</summary>
    public static IReadOnlyList<string> Write(string folder)
    {
        var written = new List<string>();
        foreach (string source in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data")).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(source);
            string target = Path.Combine(folder, name);
            if (!File.Exists(target))
            {
                IEnumerable<string> lines = File.ReadLines(source);
                File.WriteAllLines(target, Whole.Contains(name) ? lines : lines.Take(LinesOfExample));
                written.Add(name);
            }
        }

        return written;
    }

    /// <summary>What to do next.</summary>
    public static Bilingual Next(IReadOnlyList<string> written) => written.Count == 0
        ? new("All files are there already; nothing was written.", "文件均已存在，未写入任何内容。")
        : new(
            $"Written: {string.Join(", ", written)}. Put your rows in the place of the examples, delete the files you do not need, "
            + "and run shopreport here.",
            $"已写入：{string.Join("、", written)}。请用您的数据替换示例行，删除不需要的文件，然后在此运行 shopreport。");
}
