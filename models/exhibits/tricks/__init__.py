"""The network that answers word problems at a glance."""
