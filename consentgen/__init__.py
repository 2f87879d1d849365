"""consentgen: from a service descriptor to an honest leaflet about a therapy."""

__version__ = "0.1.0"
