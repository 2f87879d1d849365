"""Service descriptors: YAML -> `Service`, their JSON Schema and field reference."""

from consentgen.descriptor.load import Descriptor, load_descriptor

__all__ = ["Descriptor", "load_descriptor"]
