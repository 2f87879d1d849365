"""Review: what changed for the person who reads it, what that means, and who signed it."""
