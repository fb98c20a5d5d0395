// Each test has several processes of its own, and machines that build have few cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
