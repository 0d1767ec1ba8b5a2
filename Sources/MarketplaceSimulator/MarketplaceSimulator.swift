/// Local servers that behave as the marketplaces do.
public enum MarketplaceSimulator {}
