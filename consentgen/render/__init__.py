"""From a leaflet to the bytes of one format. Knows formats, decides no wording."""
