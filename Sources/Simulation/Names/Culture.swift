/// A way of naming people, by where a family comes from.
enum Culture: UInt8, CaseIterable, Sendable {
    case javanese, sundanese, betawi, acehnese, malay, minang, batak, karo, mandailing, nias
    case banjarese, balinese, sasak, flores, bugis, minahasan, moluccan, papuan, chinese

    /// Who lives in a province, as rough shares: enough that names look as they do there.
    static func shares(ofProvince province: Int) -> [(Culture, Int)] {
        switch province {
        case 11: [(.acehnese, 86), (.javanese, 8), (.batak, 3), (.malay, 3)]
        case 12: [(.batak, 30), (.mandailing, 18), (.karo, 10), (.nias, 6), (.malay, 8), (.javanese, 22), (.minang, 3), (.chinese, 3)]
        case 13: [(.minang, 90), (.batak, 4), (.javanese, 5), (.chinese, 1)]
        case 14: [(.malay, 42), (.javanese, 28), (.minang, 13), (.batak, 13), (.chinese, 4)]
        case 15, 17: [(.malay, 62), (.javanese, 30), (.minang, 6), (.chinese, 2)]
        case 16: [(.malay, 68), (.javanese, 27), (.sundanese, 3), (.chinese, 2)]
        case 18: [(.javanese, 64), (.malay, 18), (.sundanese, 14), (.balinese, 2), (.chinese, 2)]
        case 19: [(.malay, 76), (.javanese, 13), (.chinese, 11)]
        case 21: [(.malay, 42), (.javanese, 25), (.batak, 13), (.minang, 12), (.chinese, 8)]
        case 31: [(.javanese, 37), (.betawi, 30), (.sundanese, 15), (.chinese, 7), (.batak, 5), (.minang, 4), (.bugis, 2)]
        case 32: [(.sundanese, 74), (.javanese, 14), (.betawi, 8), (.batak, 2), (.chinese, 2)]
        case 33, 34: [(.javanese, 96), (.sundanese, 2), (.chinese, 2)]
        case 35: [(.javanese, 97), (.chinese, 3)]
        case 36: [(.sundanese, 64), (.javanese, 16), (.betawi, 13), (.chinese, 4), (.batak, 3)]
        case 51: [(.balinese, 86), (.javanese, 11), (.sasak, 2), (.chinese, 1)]
        case 52: [(.sasak, 84), (.balinese, 4), (.bugis, 7), (.javanese, 5)]
        case 53: [(.flores, 92), (.bugis, 4), (.javanese, 4)]
        case 61: [(.malay, 55), (.banjarese, 10), (.javanese, 16), (.chinese, 12), (.bugis, 7)]
        case 62: [(.banjarese, 66), (.javanese, 30), (.bugis, 4)]
        case 63: [(.banjarese, 82), (.javanese, 15), (.bugis, 3)]
        case 64, 65: [(.javanese, 32), (.bugis, 28), (.banjarese, 34), (.chinese, 3), (.minahasan, 3)]
        case 71: [(.minahasan, 88), (.bugis, 5), (.javanese, 5), (.chinese, 2)]
        case 72, 74, 75: [(.bugis, 70), (.javanese, 15), (.minahasan, 8), (.balinese, 5), (.chinese, 2)]
        case 73, 76: [(.bugis, 93), (.javanese, 5), (.chinese, 2)]
        case 81: [(.moluccan, 82), (.bugis, 12), (.javanese, 6)]
        case 82: [(.moluccan, 60), (.bugis, 22), (.minahasan, 10), (.javanese, 8)]
        case 91...96: [(.papuan, 55), (.bugis, 17), (.javanese, 20), (.moluccan, 5), (.minahasan, 3)]
        default: [(.javanese, 100)]
        }
    }
}
