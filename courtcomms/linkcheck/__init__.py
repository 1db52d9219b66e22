"""Whether an address is right: rules without the network, the check with it, and what both say."""
