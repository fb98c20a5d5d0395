namespace Parley.Volumes.Index;

/// <summary>Is told what a query finds. As a structure it costs no allocation and no indirect call.</summary>
public interface IIndexVisitor
{
    /// <summary>A box of this id meets the one that was asked about. An id with several such boxes is told once for each, in no particular order.</summary>
    /// <returns>Whether to go on.</returns>
    bool Visit(int id);
}
