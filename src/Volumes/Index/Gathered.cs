namespace Parley.Volumes.Index;

/// <summary>Puts what a query finds into a list.</summary>
internal readonly struct Gathered(List<int> ids) : IIndexVisitor
{
    public bool Visit(int id)
    {
        ids.Add(id);
        return true;
    }
}
