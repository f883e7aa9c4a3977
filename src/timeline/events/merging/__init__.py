"""The same event told by several outlets made one: pairs are weighed, grouped, and written up."""
