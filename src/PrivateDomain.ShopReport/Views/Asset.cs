namespace PrivateDomain.ShopReport.Views;

/// <summary>What the page carries in itself: its style and its script, files of this folder.</summary>
internal static class Asset
{
    public static string Read(string name)
    {
        using Stream stream = typeof(Asset).Assembly.GetManifestResourceStream("Page/" + name)
            ?? throw new InvalidOperationException($"The program lacks its \"{name}\".");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
