namespace Parley.Station.Entrance;

/// <summary>How many operations of officers wait for the loop: so many in all, of one officer half as many at most, so that a program that pours them in under one name
/// leaves room for everybody else; and a few urgent ones of each besides, which find room whatever else waits. Any thread.</summary>
internal sealed class OperationRoom
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Officer, bool IsUrgent), int> waiting = [];
    private int ordinary;

    /// <summary>False when there is no room; otherwise <see cref="Leave"/> must follow.</summary>
    public bool TryEnter(string officer, bool isUrgent)
    {
        lock (gate)
        {
            var count = waiting.GetValueOrDefault((officer, isUrgent));
            if (count >= (isUrgent ? Bounds.UrgentOfOfficer : Bounds.OperationsOfOfficer) || (!isUrgent && ordinary >= Bounds.OperationsWaiting))
                return false;
            waiting[(officer, isUrgent)] = count + 1;
            ordinary += isUrgent ? 0 : 1;
            return true;
        }
    }

    public void Leave(string officer, bool isUrgent)
    {
        lock (gate)
        {
            var left = waiting[(officer, isUrgent)] - 1;
            if (left == 0)
                waiting.Remove((officer, isUrgent));
            else
                waiting[(officer, isUrgent)] = left;
            ordinary -= isUrgent ? 0 : 1;
        }
    }
}
