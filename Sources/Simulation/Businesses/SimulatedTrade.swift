/// A line of business: its KBLI code, what it sells, what its shop is called, and where it is sold.
struct SimulatedTrade: Sendable {
    /// Sectors by the letters of KBLI that matter for small business.
    enum Sector: Sendable { case trade, foodService, manufacture, other }

    /// Five digits of KBLI 2020.
    let kbli: String
    let sector: Sector
    /// How many in a thousand businesses are of this trade.
    let weight: Int
    /// The words a marketplace files it under.
    let english: String
    let indonesian: String
    /// Words that begin a shop's name: `Toko`, `Warung` …
    let kinds: [String]
    /// What it sells, in the words of a shop's name.
    let products: [String]
    /// Likelihood, per thousand, of an account with a goods marketplace and with a food delivery service.
    let marketplace: Int
    let delivery: Int
    /// Whether it makes food, and so may hold a P-IRT number and a halal certificate.
    let makesFood: Bool
    /// Businesses in a thousand of this trade that export.
    let exporting: Int

    init(
        _ kbli: String, _ sector: Sector, _ weight: Int, _ english: String, _ indonesian: String, kinds: String, products: String,
        marketplace: Int = 0, delivery: Int = 0, makesFood: Bool = false, exporting: Int = 0
    ) {
        self.kbli = kbli
        self.sector = sector
        self.weight = weight
        self.english = english
        self.indonesian = indonesian
        self.kinds = kinds.split(separator: "|").map(String.init)
        self.products = products.split(separator: "|").map(String.init)
        self.marketplace = marketplace
        self.delivery = delivery
        self.makesFood = makesFood
        self.exporting = exporting
    }
}
