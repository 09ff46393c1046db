"""The vocabulary: what every other room speaks in. Frozen dataclasses without behaviour of their own."""
