"""The eval harness: hand-labelled articles, and summaries scored against them."""
