using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Internals;

/// <summary>A JSON file with the rules of one shop.</summary>
internal sealed class FileSource(string shop, string path, IFileProvider files, TimeSpan delay) : IShopSource
{
    public string Place => path;

    public TimeSpan Delay => delay;

    public IChangeToken Watch() => files.Watch(path);

    public SourceReading Read()
    {
        IFileInfo file = files.GetFileInfo(path);
        return new([file.Exists && !file.IsDirectory
            ? new ShopDocument(shop, BytesOf(file), mistake => mistake.Placed($"{path} {mistake.Place}".TrimEnd()))
            : new ShopDocument(shop, new Mistake(path, HostingReasons.FileMissing.With()))]);
    }

    // One byte more than a document may have is enough to be told so.
    private static byte[] BytesOf(IFileInfo file)
    {
        using Stream stream = file.CreateReadStream();
        using var read = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        for (int count; read.Length <= ShopOptionsJson.InputBytesMax && (count = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }
}
