namespace ShopWorker;

/// <summary>Where the shops' documents are kept. A database has a table with the name, the document and when it changed.</summary>
internal sealed class ShopStore(string folder)
{
    /// <summary>The documents of all shops, by name.</summary>
    public IEnumerable<(string Shop, byte[] Document)> Read() => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
        .Select(static file => (Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file)));
}
