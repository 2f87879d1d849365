"""What flows through consentgen: services, evidence, leaflets, findings and artifacts."""
