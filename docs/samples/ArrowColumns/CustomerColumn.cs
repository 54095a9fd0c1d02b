using Apache.Arrow;
using Apache.Arrow.Types;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace ArrowColumns;

/// <summary>A column of the file: its name, the fact that it holds, its type in Arrow and in SQL, and how values of it are
/// invented.</summary>
internal sealed record CustomerColumn(
    string Name, Fact Fact, IArrowType ArrowType, SqlColumnType SqlType, Func<Random, int, IArrowArray> Invent);
