"""Long runs: kills, power cuts, failing disks, the network; a small count of each belongs to the quick suite."""
