using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace PrivateDomain.Hosting.Tests;

/// <summary>Files in memory that the test replaces.</summary>
internal sealed class ChangingFiles : IFileProvider
{
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    private Token changed = new();

    /// <summary>What reading throws; null: nothing.</summary>
    internal Exception? Failure { get; set; }

    internal void Write(string path, string? text)
    {
        if (text is null)
        {
            texts.TryRemove(path, out _);
        }
        else
        {
            texts[path] = text;
        }

        Interlocked.Exchange(ref changed, new Token()).Change();
    }

    public IFileInfo GetFileInfo(string subpath) => Failure is { } failure ? throw failure
        : texts.TryGetValue(subpath, out string? text) ? new Text(subpath, text) : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => changed;

    private sealed class Token : IChangeToken
    {
        private readonly ConcurrentQueue<(Action<object?> Callback, object? State)> callbacks = new();

        public bool HasChanged { get; private set; }

        public bool ActiveChangeCallbacks => true;

        internal void Change()
        {
            HasChanged = true;
            foreach ((Action<object?> callback, object? state) in callbacks)
            {
                callback(state);
            }
        }

        public IDisposable RegisterChangeCallback(Action<object?> callback, object? state)
        {
            callbacks.Enqueue((callback, state));
            return new MemoryStream(); // nothing to end
        }
    }

    private sealed class Text(string name, string text) : IFileInfo
    {
        private readonly byte[] bytes = Encoding.UTF8.GetBytes(text);

        public bool Exists => true;

        public long Length => bytes.Length;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(bytes);
    }
}
