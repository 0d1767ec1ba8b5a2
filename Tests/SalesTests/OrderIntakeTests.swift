import Catalogue
import Journey
import Marketplaces
import Nusantara
import Storage
import StorageTesting
import Testing

@testable import Sales

@Suite("Orders in the books")
struct OrderIntakeTests {
    private typealias Fixture = SalesFixture

    @Test("an order that goes well sets goods aside, sends them, and is a sale", arguments: TestEngine.allCases)
    func goesWell(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            #expect(try await fixture.take(Fixture.order("A", .unpaid)) == .new)
            #expect(try await fixture.level() == StockLevel(onHand: 100, reserved: 2))
            #expect(try await fixture.sales() == 0)
            #expect(try await fixture.take(Fixture.order("A", .paid, after: 5)) == .changed)
            #expect(try await fixture.sales() == 1)
            #expect(try await fixture.take(Fixture.order("A", .shipped, after: 60)) == .changed)
            #expect(try await fixture.level() == StockLevel(onHand: 98, reserved: 0))
            #expect(try await fixture.take(Fixture.order("A", .completed, after: 90, fees: 2_500)) == .changed)
            #expect(try await fixture.level() == StockLevel(onHand: 98, reserved: 0))
            let profits = try await fixture.database.read { try $0.profits(of: fixture.business, since: Fixture.start) }
            #expect(
                profits == [
                    ProductProfit(
                        product: fixture.product.id, quantity: 2, revenue: 30_000, cost: 18_000, isCostComplete: true, fees: 2_500,
                        areFeesComplete: true)
                ])
            #expect(profits[0].profit == 9_500)
        }
    }

    @Test("history that had left before anybody said what is in stock counts as sales and moves no stock", arguments: TestEngine.allCases)
    func history(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            var old = Fixture.order("A", .completed, after: -3600, quantity: 30)
            old.created -= 86_400
            try await fixture.take(old)
            #expect(try await fixture.level() == StockLevel(onHand: 100, reserved: 0))
            #expect(try await fixture.sales() == 1)
            // Sent back later, it is not among what was counted either.
            var returned = Fixture.order("A", .returned, after: 3600, quantity: 30)
            returned.created = old.created
            try await fixture.take(returned)
            #expect(try await fixture.level() == StockLevel(onHand: 100, reserved: 0))
            // What was ordered before and lies here still is among what was counted, and leaves.
            var open = Fixture.order("B", .paid, after: -1800)
            open.created = old.created
            try await fixture.take(open)
            #expect(try await fixture.level() == StockLevel(onHand: 100, reserved: 2))
            open = Fixture.order("B", .shipped, after: 60)
            open.created = old.created
            try await fixture.take(open)
            #expect(try await fixture.level() == StockLevel(onHand: 98, reserved: 0))
        }
    }

    @Test("what comes twice, late or backwards changes nothing", arguments: TestEngine.allCases)
    func backwards(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            try await fixture.take(Fixture.order("A", .shipped, after: 60))
            #expect(try await fixture.take(Fixture.order("A", .paid, after: 5)) == .unchanged)
            #expect(try await fixture.take(Fixture.order("A", .shipped, after: 60)) == .unchanged)
            #expect(try await fixture.take(Fixture.order("A", .packed, after: 60)) == .unchanged)
            #expect(try await fixture.state("A") == .shipped)
            #expect(try await fixture.level() == StockLevel(onHand: 98, reserved: 0))
        }
    }

    @Test("a cancelled order gives back what was set aside, once, and is no sale any more", arguments: TestEngine.allCases)
    func cancelled(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            try await fixture.take(Fixture.order("A", .paid))
            try await fixture.take(Fixture.order("B", .paid))
            #expect(try await fixture.sales() == 1)
            for second in [10, 20] as [Int64] { try await fixture.take(Fixture.order("A", .cancelled, after: second)) }
            #expect(try await fixture.level() == StockLevel(onHand: 100, reserved: 2))
            // The other sale of the day stands for it.
            #expect(try await fixture.sales() == 1)
            try await fixture.take(Fixture.order("B", .cancelled, after: 10))
            #expect(try await fixture.sales() == 0)
            #expect(try await fixture.level() == StockLevel(onHand: 100, reserved: 0))
        }
    }

    @Test("goods that were sent and come back are on hand again, once", arguments: TestEngine.allCases)
    func returned(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            try await fixture.take(Fixture.order("A", .completed, after: 60))
            #expect(try await fixture.level() == StockLevel(onHand: 98, reserved: 0))
            for second in [70, 80] as [Int64] { try await fixture.take(Fixture.order("A", .returned, after: second)) }
            #expect(try await fixture.level() == StockLevel(onHand: 100, reserved: 0))
        }
    }

    @Test("a word that nobody knows leaves the order where it is, and somebody sees it", arguments: TestEngine.allCases)
    func unknownWord(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            var odd = Fixture.order("A", .unknown, after: 5)
            odd.channelState = "RETRY_SHIP"
            try await fixture.take(Fixture.order("A", .paid))
            try await fixture.take(odd)
            #expect(try await fixture.state("A") == .paid)
            try await fixture.take(Fixture.order("B", .unknown))
            #expect(try await fixture.state("B") == .unknown)
            let words = try await fixture.database.read {
                try $0.rows("SELECT channel_state FROM sales_order_event ORDER BY order_id, number") { try $0[0] as String }
            }
            #expect(words == ["PAID", "RETRY_SHIP", "UNKNOWN"])
            #expect(try await fixture.database.read { try $0.orderCounts(of: fixture.business) }.waiting == 2)
        }
    }

    @Test("an order for goods that the catalogue does not know is kept, and moves no stock", arguments: TestEngine.allCases)
    func unknownGoods(engine: TestEngine) async throws {
        try await Fixture.with(engine) { fixture in
            try await fixture.take(Fixture.order("A", .paid, sku: "LAIN"))
            try await fixture.take(Fixture.order("B", .paid, sku: nil))
            #expect(try await fixture.database.read { try $0.orderCounts(of: fixture.business) }.all == 2)
            #expect(try await fixture.level() == StockLevel(onHand: 100, reserved: 0))
        }
    }

    @Test("a storm of orders in any order, many of them twice, ends where the channels are", arguments: TestEngine.allCases)
    func storm(engine: TestEngine) async throws {
        try await Fixture.with(engine, stock: 1_000) { fixture in
            var random = SeededRandomness(seed: 77)
            let ways: [[OrderState]] = [
                [.unpaid, .paid, .packed, .shipped, .delivered, .completed], [.unpaid, .cancelled],
                [.unpaid, .paid, .cancelRequested, .cancelled],
                [.paid, .packed, .shipped, .returned], [.unpaid, .paid], [.paid, .packed],
            ]
            var told: [(shop: Int, order: ChannelOrder)] = []
            var last: [String: (shop: Int, state: OrderState, quantity: Int)] = [:]
            for number in 0..<150 {
                let way = ways.randomElement(using: &random)!
                let (reference, shop, quantity) = ("N\(number)", number % 2, Int.random(in: 1...4, using: &random))
                for (step, state) in way.enumerated() {
                    // Some steps happen within one second.
                    let order = Fixture.order(reference, state, after: Int64(step / 2 * 10), quantity: quantity)
                    told.append((shop, order))
                    if Int.random(in: 0..<5, using: &random) == 0 { told.append((shop, order)) }
                }
                last[reference] = (shop, way.last!, quantity)
            }
            // Lost ones are read again by a later poll: the last word of each order comes once more at the end.
            told.shuffle(using: &random)
            told.removeLast(told.count / 20)
            for (reference, end) in last {
                let way = ways.first { $0.last == end.state }!
                told.append((end.shop, Fixture.order(reference, end.state, after: Int64(way.count / 2 * 10 + 100), quantity: end.quantity)))
            }
            for (shop, order) in told { try await fixture.take(order, shop: shop) }
            let orders = try await fixture.database.read { try $0.orders(of: fixture.business, limit: 1_000) }
            #expect(orders.count == 150)
            for order in orders { #expect(order.state == last[order.reference]?.state, "\(order.reference)") }
            let sent = last.values.filter { $0.state.hasLeft }.reduce(0) { $0 + $1.quantity }
            let waiting = last.values.filter { $0.state.holdsStock }.reduce(0) { $0 + $1.quantity }
            #expect(try await fixture.level() == StockLevel(onHand: 1_000 - sent, reserved: waiting))
            #expect(try await fixture.database.read { try $0.recountStock() } == [])
        }
    }
}
