"""How fast and how large consentgen is, beside its peers on the same machine in the same minutes."""
