"""The docks' contents: each panel shows one thing and says by signals what the person did."""
