using System.Text;

namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>Finds how the text of a file is encoded, from all of its bytes.</summary>
internal static class TextEncodings
{
    private const int BufferSize = 1 << 16;
    private const double ShareOfZeros = 0.3;

    /// <summary>The encoding that a name stands for.</summary>
    /// <exception cref="CannotRunException">There is none, or none that is read here.</exception>
    public static Encoding Named(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            throw new CannotRunException(new(
                $"--encoding: an encoding such as utf-8 or gb18030 is needed, but it was \"{RowProblem.Shown(name)}\".",
                $"--encoding：应为 utf-8、gb18030 等编码名，实际为“{RowProblem.Shown(name)}”。"));
        }
    }

    /// <summary>The encoding of a text: its byte order mark, or what all of its bytes fit.</summary>
    public static Encoding Detect(Stream text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] buffer = new byte[BufferSize];
        int read = text.ReadAtLeast(buffer, 4, throwOnEndOfStream: false);
        if (ByMark(buffer.AsSpan(0, read)) is { } marked)
        {
            return marked;
        }

        var utf8 = new Utf8Check();
        var runs = new HighByteRuns();
        int zerosEven = 0;
        int zerosOdd = 0;
        long total = 0;
        while (read > 0)
        {
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, read);
            utf8.Add(bytes);
            runs.Add(bytes);
            for (int i = 0; total < BufferSize && i < bytes.Length; i++)
            {
                zerosEven += bytes[i] == 0 && (total + i) % 2 == 0 ? 1 : 0;
                zerosOdd += bytes[i] == 0 && (total + i) % 2 == 1 ? 1 : 0;
            }

            total += read;
            read = text.Read(buffer);
        }

        long looked = Math.Min(total, BufferSize);
        return zerosOdd > looked * ShareOfZeros ? Encoding.Unicode
            : zerosEven > looked * ShareOfZeros ? Encoding.BigEndianUnicode
            : utf8.IsValid ? new UTF8Encoding(false)
            : runs.AreMostlyPairs ? Encoding.GetEncoding("gb18030")
            : Encoding.GetEncoding("windows-1252");
    }

    private static Encoding? ByMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(true),
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>Whether bytes that come in pieces are UTF-8 throughout.</summary>
    private sealed class Utf8Check
    {
        private readonly Decoder decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        private readonly char[] characters = new char[BufferSize + 4];

        public bool IsValid { get; private set; } = true;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            try
            {
                _ = IsValid ? decoder.GetChars(bytes, characters, flush: false) : 0;
            }
            catch (DecoderFallbackException)
            {
                IsValid = false;
            }
        }
    }

    /// <summary>How bytes above ASCII stand together: Chinese text comes in pairs, accents among Latin letters stand alone.</summary>
    private sealed class HighByteRuns
    {
        private long alone;
        private long together;
        private int run;

        public bool AreMostlyPairs => together > alone;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            foreach (byte one in bytes)
            {
                if (one >= 0x80)
                {
                    run++;
                }
                else if (run > 0)
                {
                    alone += run == 1 ? 1 : 0;
                    together += run > 1 ? run / 2 : 0;
                    run = 0;
                }
            }
        }
    }
}
