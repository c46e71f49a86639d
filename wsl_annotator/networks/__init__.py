"""Split CNNs: features and classify, their weights, their devices."""
