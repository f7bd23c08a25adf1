"""The judge: a model that is asked whether texts say a claim, and how far it can be trusted."""
