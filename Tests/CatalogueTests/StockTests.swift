import Storage
import StorageTesting
import Testing

@testable import Catalogue

@Suite("Stock")
struct StockTests {
    private typealias Fixture = CatalogueFixture

    @Test("stock that is typed is a count; the same form twice counts once", arguments: TestEngine.allCases)
    func counted(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let product = try await fixture.add()
            let variant = product.variants[0].id
            func level() async throws -> StockLevel? { try await fixture.database.read { try $0.stock(of: [variant])[variant] } }
            #expect(try await level() == StockLevel(onHand: 12))
            let told = try await fixture.database.write { connection in
                [
                    try connection.move(StockMovement(.reserved, 5, of: variant, reference: "order 1"), at: Fixture.start),
                    try connection.move(StockMovement(.reserved, 5, of: variant, reference: "order 1"), at: Fixture.start),
                    try connection.move(StockMovement(.shipped, 2, of: variant, reference: "order 1"), at: Fixture.start),
                    try connection.move(StockMovement(.counted, 30, of: variant, reference: "form 2"), at: Fixture.start),
                    try connection.move(StockMovement(.counted, 30, of: variant, reference: "form 2"), at: Fixture.start),
                ]
            }
            #expect(told == [true, false, true, true, false])
            #expect(try await level() == StockLevel(onHand: 30, reserved: 3))
            #expect(try await level()?.offered(heldBack: 4) == 23)
            #expect(try await fixture.database.read { try $0.recountStock() } == [])
        }
    }

    @Test("levels are what movements come to, in whatever order and however often they are told", arguments: TestEngine.allCases)
    func anyOrder(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let product = try await fixture.add()
            let variant = product.variants[0].id
            var random = SeededRandomness(seed: 11)
            var movements: [StockMovement] = []
            for order in 0..<40 {
                let quantity = Int.random(in: 1...4, using: &random)
                movements.append(StockMovement(.reserved, quantity, of: variant, reference: "order \(order)"))
                switch order % 4 {
                case 0: movements.append(StockMovement(.released, quantity, of: variant, reference: "order \(order)"))
                case 1, 2: movements.append(StockMovement(.shipped, quantity, of: variant, reference: "order \(order)"))
                default: break
                }
            }
            let twice = (movements + movements).shuffled(using: &random)
            let level = try await fixture.database.write { connection in
                for movement in twice { try connection.move(movement, at: Fixture.start) }
                return try connection.stock(of: [variant])[variant]
            }
            let shipped = movements.filter { $0.kind == .shipped }.reduce(0) { $0 + $1.quantity }
            let open = movements.filter { $0.kind == .reserved }.reduce(0) { $0 + $1.quantity }
            let released = movements.filter { $0.kind == .released }.reduce(0) { $0 + $1.quantity }
            #expect(level == StockLevel(onHand: 12 - shipped, reserved: open - released - shipped))
            #expect(try await fixture.database.read { try $0.recountStock() } == [])
        }
    }

    @Test("a level that somebody changed behind the ledger's back is found", arguments: TestEngine.allCases)
    func recount(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            let product = try await fixture.add()
            let found = try await fixture.database.write { connection in
                try connection.run("UPDATE stock_level SET on_hand = 99")
                return try connection.recountStock()
            }
            #expect(
                found == [StockDifference(variant: product.variants[0].id, kept: StockLevel(onHand: 99), counted: StockLevel(onHand: 12))])
        }
    }
}
