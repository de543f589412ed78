"""The Today screen: four actions, the day at a glance and the forms."""
